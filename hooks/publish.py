"""A site is built beside the published one and takes its place only when it is whole."""

import os
import re
import shutil
from pathlib import Path


class Site:
    """The published folder and the one in which the next site is built."""

    def __init__(self, site: Path) -> None:
        """Prepare to build what will stand at `site`; what earlier builds left unfinished is removed."""
        self.site = site
        self.workplace = site.with_name(f".{site.name}.building-{os.getpid()}")
        self._previous = site.with_name(f".{site.name}.previous-{os.getpid()}")
        for left in site.parent.glob(f".{site.name}.*"):
            found = re.search(r"\.(?:building|previous)-(\d+)\Z", left.name)
            if found and not _alive(int(found[1])):
                if ".previous-" in left.name and not site.exists():
                    left.rename(site)
                else:
                    shutil.rmtree(left, ignore_errors=True)

    def publish(self) -> None:
        """Let the built site take the place of the published one."""
        if self.site.exists():
            self.site.rename(self._previous)
        self.workplace.rename(self.site)
        shutil.rmtree(self._previous, ignore_errors=True)

    def discard(self) -> None:
        """Remove what was built; the published site stays as it is."""
        shutil.rmtree(self.workplace, ignore_errors=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
