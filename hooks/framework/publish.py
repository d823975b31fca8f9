"""A site is built beside the published one and takes its place only when it is whole."""

import ctypes
import os
import re
import shutil
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are relative to the current folder
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2), RENAME_SWAP of renamex_np(2)


class Site:
    """The published folder and the one in which the next site is built."""

    def __init__(self, site: Path) -> None:
        """Prepare to build what will stand at `site`; what earlier builds left unfinished is removed."""
        self.site = site
        self.workplace = site.with_name(f".{site.name}.building-{os.getpid()}")
        self._previous = site.with_name(f".{site.name}.previous-{os.getpid()}")
        for left in sorted(site.parent.glob(f".{site.name}.*-*"), reverse=True):
            found = re.search(r"\.(building|previous)-(\d+)\Z", left.name)
            if found and not _alive(int(found[2])):
                if found[1] == "previous" and not site.exists():
                    left.rename(site)
                else:
                    shutil.rmtree(left, ignore_errors=True)

    def publish(self) -> None:
        """Let the built site take the place of the published one, in one step where the system can."""
        if self.site.exists() and _exchange(self.workplace, self.site):
            self.discard()
            return
        if self.site.exists():
            self.site.rename(self._previous)
        self.workplace.rename(self.site)
        shutil.rmtree(self._previous, ignore_errors=True)

    def discard(self) -> None:
        """Remove what was built, or what it has replaced; the published site stays as it is."""
        shutil.rmtree(self.workplace, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at once, so that there is no moment without a site; return whether it was done."""
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            return bool(libc.renamex_np(*names, _EXCHANGE) == 0)
        return bool(libc.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    except (AttributeError, OSError):
        return False


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
