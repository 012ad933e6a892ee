"""Setting up a machine: system packages, the virtual environment, the Node packages of the tests.

Runs before anything is installed, so it uses the standard library only and imports nothing of the press.
"""
