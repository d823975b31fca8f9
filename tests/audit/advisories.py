"""Known advisories about the packages that the site, its tests and the audit are made with.

The data comes from the registries (PyPI through pip-audit, npm's own audit). Where a registry does not give it, that is
said, and nothing is held against the site: an audit without data has found nothing, and has not looked either.
"""

import json
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_PIP_AUDIT = [str(_ROOT / ".venv/audit/bin/python"), "-m", "pip_audit"]
_LISTS = ("requirements.txt", "tests/requirements.txt", "tests/audit/requirements.txt")
_WAIT = 180


def advisories() -> Iterator[str]:
    """Yield every advisory that is not ignored with a reason, and every reason that ignores nothing any more."""
    ignored = tomllib.loads((_HERE / "ignored.toml").read_text("utf-8"))
    seen: set[str] = set()
    whole = True
    for name in _LISTS:
        command = [*_PIP_AUDIT, "-r", name, "--disable-pip", "--progress-spinner", "off", "-f", "json"]
        report = _said(command, _ROOT)
        found, checked, skipped = of_python(report)
        whole &= skipped == 0
        print(f"advisories: {name}: {checked} packages checked, of {skipped} the registry gives no data", flush=True)
        seen |= set(found)
        yield from (f"{name}: {text}" for one, text in found.items() if one not in ignored)
    report = _said(["npm", "audit", "--json", "--package-lock-only"], _HERE)
    nodes = of_node(report)
    if nodes is None:
        print("advisories: tests/audit/package-lock.json: not checked: the registry gives no data", flush=True)
    else:
        seen |= set(nodes)
        yield from (f"package-lock.json: {text}" for one, text in nodes.items() if one not in ignored)
    if whole and nodes is not None:
        yield from (
            f"tests/audit/ignored.toml: {one} is ignored and no longer reported" for one in ignored.keys() - seen
        )


def of_python(report: Mapping[str, Any]) -> tuple[dict[str, str], int, int]:
    """Return id → advisory of what pip-audit reports, how many packages it checked, and how many it could not."""
    packages = report.get("dependencies", [])
    skipped = [one for one in packages if "skip_reason" in one]
    found = {
        flaw["id"]: f"{one['name']} {one['version']}: {flaw['id']}; fixed in {', '.join(flaw['fix_versions']) or '-'}"
        for one in packages
        for flaw in one.get("vulns", ())
    }
    return found, len(packages) - len(skipped), len(skipped)


def of_node(report: Mapping[str, Any]) -> dict[str, str] | None:
    """Return URL → advisory of what npm reports; nothing at all where it got no data."""
    if "vulnerabilities" not in report:
        return None
    return {
        via["url"]: f"{name}: {via['title']} ({via['url']})"
        for name, one in report["vulnerabilities"].items()
        for via in one["via"]
        if isinstance(via, dict)
    }


def _said(command: list[str], folder: Path) -> Mapping[str, Any]:
    """Return what a command reports as JSON; nothing where it could not."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=_WAIT)
        report = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        print(f"advisories: {command[0]}: {error}", flush=True)
        return {}
    return report if isinstance(report, dict) else {}
