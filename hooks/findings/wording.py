"""What every finding and every command says, in both languages; the words stand in `messages.toml`.

That file has a table for each code, `[reason.<name>]` for parts of such messages, and `[said.<name>]` for all else that
commands and builds say.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from .finding import Code, Detail, Finding, Reason, Severity

LANGUAGES = ("vi", "en")
"""Languages of the messages; those of people who only see both get the first one first."""


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name("messages.toml").read_text("utf-8"))


def messages() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return code → language → {problem, hint}, as written in messages.toml."""
    return {name: table for name, table in _words().items() if name in set(Code)}


def say(name: str, language: str, **values: str) -> str:
    """Return the words under `[said.<name>]` in one language."""
    return str(_words()["said"][name][language]).format_map(values)


def say_both(name: str, **values: str) -> str:
    """Return the words under `[said.<name>]` in both languages, for whoever reads the output of a command."""
    return " / ".join(say(name, language, **values) for language in LANGUAGES)


def sentences(finding: Finding, language: str = "vi") -> tuple[str, str]:
    """Return the problem and the hint of a finding as two sentences in `language` (vi or en)."""
    wording = _words()[finding.code][language]
    details = {name: _in_words(detail, language) for name, detail in finding.details.items()}
    hint = str(wording["hint"]).format_map(details)
    if finding.suggestion:
        hint = f"{say('meant', language, suggestion=finding.suggestion)} {hint}".strip()
    return str(wording["problem"]).format_map(details).rstrip(), hint


def sentences_in_both(finding: Finding) -> str:
    """Return the problem and the hint of a finding in both languages, for commands that refuse what would be found."""
    return " / ".join(" ".join(sentences(finding, language)) for language in LANGUAGES)


def _in_words(detail: Detail, language: str) -> str:
    if isinstance(detail, Reason):
        values = {name: _in_words(value, language) for name, value in detail.values.items()}
        return str(_words()["reason"][detail.name][language]).format_map(values)
    return detail if isinstance(detail, str) else ", ".join(_in_words(one, language) for one in detail)


def reason_in_both(reason: Reason) -> str:
    """Return the words of a reason in both languages."""
    return " / ".join(_in_words(reason, language) for language in LANGUAGES)


def show(finding: Finding, language: str = "vi") -> str:
    """Return `path:line:col: problem. hint. [code]`."""
    problem, hint = sentences(finding, language)
    label = f"{say('note', language)}: " if finding.severity is Severity.NOTE else ""
    return f"{finding.place}: {label}{problem}{' ' + hint if hint else ''} [{finding.code}]"
