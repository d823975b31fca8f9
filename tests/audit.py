"""`make audit`: what needs Java and Node — the Nu validator on every page, Lighthouse on every kind of page."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from . import browser
from .conftest import build
from .projects import ROOT
from .served import serve
from .shots import PAGES

_NU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
_LIGHTHOUSE = ROOT / "node_modules/.bin/lighthouse"
_WANTED = {"accessibility": 100, "best-practices": 100, "seo": 92, "performance": 95}
"""Least score of each category. SEO: pages whose canonical address is a stand-in cannot reach 100."""


def markup(site: Path) -> Iterator[str]:
    """Yield every error the Nu validator finds in the HTML and SVG of a site."""
    command = ["java", "-jar", str(_NU), "--skip-non-html", "--also-check-svg", "--format", "json", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    for message in json.loads(done.stderr)["messages"]:
        if message["type"] != "info" or message.get("subType") == "warning":
            place = message.get("url", "").rpartition(str(site))[2]
            yield f"{place}:{message.get('lastLine', 0)}: {message['message']}"


def scores(address: str, folder: Path) -> Iterator[str]:
    """Yield every category in which a kind of page stays below what is wanted, with what cost it points."""
    report = folder / "report.json"
    flags = " ".join(["--headless=new", *browser.flags()])
    for kind, path in PAGES.items():
        if kind == "missing":
            continue
        for language in ("", "en/"):
            command = [str(_LIGHTHOUSE), f"{address}/{language}{path}", "--quiet", "--output=json"]
            command += [f"--output-path={report}", f"--chrome-flags={flags}", f"--only-categories={','.join(_WANTED)}"]
            subprocess.run(command, check=True, env=browser.environment())
            found = json.loads(report.read_text("utf-8"))
            for name, least in _WANTED.items():
                category = found["categories"][name]
                points = round(100 * (category["score"] or 0))
                print(f"lighthouse {language}{path} {name} {points}", flush=True)
                if points < least:
                    costs = [
                        ref["id"]
                        for ref in category["auditRefs"]
                        if ref["weight"] and (found["audits"][ref["id"]]["score"] or 0) < 1
                    ]
                    yield f"{language}{path}: {name} {points} < {least}: {', '.join(costs)}"


def main() -> int:
    """Build the site and judge it; return 1 if anything is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        done = build(site)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            return 1
        wrong = list(markup(site))
        with serve(site) as address:
            wrong += scores(address, Path(folder))
    print("\n".join(wrong) or "HTML and Lighthouse: nothing to mend")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
