"""`make audit`: what needs Java, Node, LibreOffice and the registries.

Advisories about packages, markdownlint on every page, the recipes of `deploy/`, the Nu validator on every page, a
parser of the age of our oldest browsers on every script, Lighthouse on every kind of page, every Word file opened as
an office would, and the same site built by ProperDocs.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx

from ..helpers import built_site, chromium
from ..helpers.local_server import serve
from ..helpers.mkdocs_build import build
from ..helpers.page_kinds import PAGES, PDFS, WHOLE_CODE
from ..helpers.projects import ROOT
from .advisories import advisories
from .markdown import markdown
from .recipes import recipes

_HERE = Path(__file__).resolve().parent
_NU = _HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
_ESLINT = _HERE / "node_modules/.bin/eslint"
_LIGHTHOUSE = _HERE / "node_modules/.bin/lighthouse"
_WANTED = {"accessibility": 100, "best-practices": 100, "seo": 92, "performance": 80}
"""Least score of each category. SEO: pages whose canonical address is a stand-in cannot reach 100. Performance is a
timing, which a busy machine lowers and nothing raises: the best of a few tries counts."""
_SLOWER = {"code": 65}
"""The page of a whole code, 50 KB of it, and the least score of its performance."""
_TRIES = 3


def markup(site: Path) -> Iterator[str]:
    """Yield every error the Nu validator finds in the HTML and SVG of a site.

    It holds files on a disk, which have no origin, to the policy in their `<meta>`; `tests/browser/test_policy.py`
    holds pages to it as browsers get them.
    """
    known = ["--filterpattern", r".*violates Content Security Policy \(meta tag\).*"]
    command = ["java", "-jar", str(_NU), "--skip-non-html", "--also-check-svg", *known, "--format", "json", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    for message in json.loads(done.stderr)["messages"]:
        if message["type"] != "info" or message.get("subType") == "warning":
            place = message.get("url", "").rpartition(str(site))[2]
            yield f"{place}:{message.get('lastLine', 0)}: {message['message']}"


def scripts(site: Path) -> Iterator[str]:
    """Yield everything in the scripts of a site that our oldest browsers do not know."""
    command = [str(_ESLINT), "--config", str(_HERE / "eslint.config.mjs"), "--format", "json", "assets", "sw.js"]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    if not done.stdout:
        yield f"eslint: {done.stderr}"
        return
    judged = [file for file in json.loads(done.stdout) if file["filePath"].endswith(".js")]
    if not judged:
        yield "eslint: no scripts"
    for file in judged:
        for message in file["messages"]:
            yield f"{Path(file['filePath']).name}:{message.get('line', 0)}: {message['message']}"


def scores(address: str, folder: Path) -> Iterator[str]:
    """Yield every category in which a kind of page stays below what is wanted, with what cost it points."""
    for kind, path in {**PAGES, "code": WHOLE_CODE}.items():
        if kind == "missing":
            continue
        for language in ("", "en/"):
            measures = (_lighthouse(f"{address}/{language}{path}", folder) for _ in range(_TRIES))
            found = next(measures)
            wanted = {**_WANTED, "performance": _SLOWER.get(kind, _WANTED["performance"])}
            while _points(found, "performance") < wanted["performance"] and (again := next(measures, None)):
                found = max(found, again, key=lambda one: _points(one, "performance"))
            for name, least in wanted.items():
                points = _points(found, name)
                print(f"lighthouse {language}{path} {name} {points}", flush=True)
                if points < least:
                    costs = [
                        ref["id"]
                        for ref in found["categories"][name]["auditRefs"]
                        if ref["weight"] and (found["audits"][ref["id"]]["score"] or 0) < 1
                    ]
                    yield f"{language}{path}: {name} {points} < {least}: {', '.join(costs)}"


def _lighthouse(url: str, folder: Path) -> dict[str, Any]:
    report = folder / "report.json"
    flags = " ".join(["--headless=new", *chromium.flags()])
    command = [str(_LIGHTHOUSE), url, "--quiet", "--output=json", f"--output-path={report}"]
    command += [f"--chrome-flags={flags}", f"--only-categories={','.join(_WANTED)}"]
    subprocess.run(command, check=True, env=chromium.environment())
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def _points(found: dict[str, Any], category: str) -> int:
    return round(100 * (found["categories"][category]["score"] or 0))


def documents(site: Path, folder: Path) -> Iterator[str]:
    """Yield every Word file that LibreOffice cannot read, has to repair, or reads other words from."""
    made = sorted((site / "word").glob("*.docx"))
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    for form in ("pdf", "txt:Text (encoded):UTF8"):
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, made)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not made or done.returncode or re.search("repair|corrupt|error", done.stdout + done.stderr, re.IGNORECASE):
            yield f"word: {done.stdout} {done.stderr}"
    for path in made:
        printed, read = folder / f"{path.stem}.pdf", folder / f"{path.stem}.txt"
        if not printed.is_file() or not read.is_file():
            yield f"word/{path.name}: LibreOffice does not open it"
            continue
        words = {line.strip("• ") for line in read.read_text("utf-8-sig").splitlines()}
        lines = (line for one in docx.Document(str(path)).paragraphs for line in one.text.split("\n"))
        yield from (f"word/{path.name}: not read: {line}" for line in lines if line not in words)


def elsewhere(folder: Path) -> Iterator[str]:
    """Yield every file in which the site that ProperDocs builds, which continues MkDocs 1, differs from MkDocs' own."""
    plain = folder / "mkdocs"
    if (done := build(plain)).returncode:
        yield done.stderr
        return
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(folder / "properdocs"),
    ]
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if again.returncode:
        yield f"properdocs: {again.stdout} {again.stderr}"
        return
    one, other = built_site.files(plain), built_site.files(folder / "properdocs")
    yield from (f"properdocs: {name}" for name in sorted({*one, *other}) if one.get(name) != other.get(name))


def main() -> int:
    """Build the site and judge it; return 1 if anything is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        done = build(site, HANDBOOK_PDF="require", HANDBOOK_PDF_ONLY=" ".join((*PDFS, "*.to-gap")))
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            return 1
        wrong = [
            *advisories(),
            *markdown(),
            *recipes(site),
            *markup(site),
            *scripts(site),
            *documents(site, Path(folder)),
        ]
        wrong += elsewhere(Path(folder))
        with serve(site) as address:
            wrong += scores(address, Path(folder))
    print(
        "\n".join(wrong)
        or "Advisories, Markdown, recipes, HTML, scripts, Word files, ProperDocs and Lighthouse: nothing to mend"
    )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
