"""What ends a command that cannot run."""


class CommandError(Exception):
    """Why a command could not run; the message is for whoever gave it."""
