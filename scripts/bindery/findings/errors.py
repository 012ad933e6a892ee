"""The exceptions that mean "cannot go on"; the command line turns each into its exit code."""


class CannotGoOn(Exception):
    """The findings reported so far are errors: nothing is to be built from them (exit 1)."""


class UsageError(Exception):
    """The command was asked for something that does not exist, such as an unknown edition (exit 2)."""


class MachineError(Exception):
    """The machine failed: disk, font, lock, missing program (exit 3). `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the hint beside the message."""
        super().__init__(message)
        self.hint = hint
