"""What every finding says, in both languages; the words stand in `messages.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from .finding import Finding, Severity


@cache
def messages() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return code → language → {problem, hint}, as written in messages.toml."""
    return tomllib.loads(Path(__file__).with_name("messages.toml").read_text("utf-8"))


def sentences(finding: Finding, language: str = "vi") -> tuple[str, str]:
    """Return the problem and the hint of a finding as two sentences in `language` (vi or en)."""
    wording = messages()[finding.code][language]
    hint = wording["hint"].format_map(finding.details)
    if finding.suggestion:
        asked = {"vi": "Có phải ý bạn là {}?", "en": "Did you mean {}?"}[language].format(finding.suggestion)
        hint = f"{asked} {hint}".strip()
    return wording["problem"].format_map(finding.details), hint


def show(finding: Finding, language: str = "vi") -> str:
    """Return `path:line:col: problem. hint. [code]`."""
    problem, hint = sentences(finding, language)
    label = {"vi": "ghi chú: ", "en": "note: "}[language] if finding.severity is Severity.NOTE else ""
    return f"{finding.place}: {label}{problem}{' ' + hint if hint else ''} [{finding.code}]"
