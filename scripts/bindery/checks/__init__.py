"""Judges of the finished files. They read what was written, and share no code with the writers."""
