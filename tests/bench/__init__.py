"""The bench: how long the press takes, measured from outside as a stranger would, beside other programs.

It stands with the tests and not in the press, because it knows nothing of the press but its command line, and nothing
of the press needs it. It is no test: nothing here passes or fails.
"""
