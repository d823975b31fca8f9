"""A Chromium for the tests: the one that is there, else Playwright's own, else the system's package.

One without windows is preferred, which Playwright's own is too: the same engine, of which opening and reading a page
takes half the processor time. `python -m tests.helpers.chromium` installs one where it can; nothing is installed with
sudo.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

_WITHOUT_WINDOWS = "/usr/lib/chromium/chromium-headless-shell"
"""Debian's; its start script in `/usr/bin` would outlive the browser that it starts."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic")
_SUBPIXELS = "--font-render-hinting=none"
"""Letters as wide as in a Chromium with windows, not rounded to whole pixels."""
_POPUPS = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
"""What Chromium 156 draws for the address bar of each new window, which nobody sees: half of what a window costs."""
_WITHOUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "PreconnectToSearch",
)
"""What Playwright turns off, said again: a second list replaces the first."""


def launch(playwright: Playwright, *more: str) -> Browser:
    """Start a headless Chromium, with further flags."""
    return playwright.chromium.launch(executable_path=_system(), args=[*flags(), *more])


def another(browser: Browser, *, without: str) -> Browser:
    """Start a second Chromium beside one, without a flag that Playwright gives it: one that can have windows."""
    kind, path = browser.browser_type, _with_windows()
    channel = None if path else "chromium"
    return kind.launch(executable_path=path, channel=channel, args=flags(), ignore_default_args=[without])


def flags() -> list[str]:
    """Return the flags with which Chromium stays silent, and starts for root too."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    off = f"--disable-features={','.join((*_WITHOUT, *_POPUPS))}"
    return [*_QUIET, _SUBPIXELS, off, *(["--no-sandbox"] if root else [])]


def environment() -> dict[str, str]:
    """Return the environment in which other tools find a Chromium that can have windows."""
    with sync_playwright() as playwright:
        return {**os.environ, "CHROME_PATH": _with_windows() or playwright.chromium.executable_path}


def _system() -> str | None:
    return shutil.which(_WITHOUT_WINDOWS) or _with_windows()


def _with_windows() -> str | None:
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def _works() -> bool:
    try:
        with sync_playwright() as playwright:
            if _system() is None and not Path(playwright.chromium.executable_path).exists():
                return False
            launch(playwright).close()
    except Exception as error:  # noqa: BLE001 - whatever keeps it from starting, another one is tried
        print(f"chromium: {str(error).splitlines()[0]}", file=sys.stderr)
        return False
    return True


def _install() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not _works() and _may_install():
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        _from_debian("chromium", "fonts-noto-core")


def _install_without_windows() -> None:
    """Install Debian's Chromium without windows beside the one that works; where it cannot be had, that one is used."""
    package = Path(_WITHOUT_WINDOWS).name
    known = ["apt-cache", "show", "--quiet=0", package]
    if _may_install() and subprocess.run(known, capture_output=True, check=False).returncode == 0:
        _from_debian(package)


def _may_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def _from_debian(*packages: str) -> None:
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )


def main() -> int:
    """Make sure that a browser starts; return 0 if one does."""
    if not _works():
        _install()
    if _with_windows() and not shutil.which(_WITHOUT_WINDOWS):
        _install_without_windows()
    if _works():
        return 0
    print(
        "Cần trình duyệt Chromium cho phép thử / the tests need Chromium: sudo apt-get install chromium",
        file=sys.stderr,
    )
    return 2


if __name__ == "__main__":
    sys.exit(main())
