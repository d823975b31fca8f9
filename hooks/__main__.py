"""`python -m hooks …`: the commands of the handbook, whichever Python is typed."""

import os
import signal
import sys
from importlib.util import find_spec
from pathlib import Path

from .findings.wording import say_both

_OWN = Path(__file__).resolve().parents[1] / ".venv"
_PROGRAMS = ("bin/python", "Scripts/python.exe")


def _run() -> int:
    """Run the command; a Python without the packages hands it to the project's own, which `make` has set up."""
    if find_spec("mkdocs") is not None:
        from .cli import main

        for ending in {"SIGTERM", "SIGHUP"} & signal.Signals.__members__.keys():  # Windows has no SIGHUP
            signal.signal(signal.Signals[ending], signal.default_int_handler)  # closing the window is Ctrl+C too
        return main()
    own = next((_OWN / name for name in _PROGRAMS if (_OWN / name).is_file()), None)
    if own and Path(sys.prefix).resolve() != _OWN.resolve():
        os.execv(own, [str(own), "-m", "hooks", *sys.argv[1:]])  # noqa: S606 - the project's own Python, no shell
    print(say_both("not-set-up"), file=sys.stderr)
    return 2


sys.exit(_run())
