"""`python -m hooks …`: the commands of the handbook, whichever Python is typed."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from .findings.wording import say_both

_OWN = Path(__file__).resolve().parents[1] / ".venv"
_PROGRAMS = ("bin/python", "Scripts/python.exe")


def _run() -> int:
    """Run the command; a Python without the packages hands it to the project's own, which `make` has set up."""
    if find_spec("mkdocs") is not None:
        from .cli import main  # noqa: PLC0415 - it needs the packages

        return main()
    own = next((_OWN / name for name in _PROGRAMS if (_OWN / name).is_file()), None)
    if own is None or Path(sys.prefix).resolve() == _OWN.resolve():
        print(say_both("not-set-up"), file=sys.stderr)
        return 2
    sys.stdout.flush()
    os.execv(own, [str(own), "-m", "hooks", *sys.argv[1:]])  # noqa: S606 - the project's own Python, no shell


sys.exit(_run())
