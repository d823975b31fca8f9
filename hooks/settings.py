"""The settings of mkdocs.yml that the checks and pages need, read without MkDocs."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from .findings.finding import Severity
from .findings.wording import say_both

LANGUAGES = ("vi", "en")
"""The original first."""

PDF = ("none", "make", "require")
"""What a build does about PDFs: leaves them out, makes those it can, or fails where one is missing."""


_SWITCHES = {"offline": True, "compressed": False, "carried": False}
"""Settings that are on or off, and how they stand where nothing is said."""
_HANDBOOK = "mkdocs.yml: extra.handbook"
_MOST_BLEED = 20
"""Millimetres of bleed beyond which somebody means something else."""
_ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?")
"""A host as the Content-Security-Policy names it; `*.` stands for all below it. Nothing that could end the header."""
_SITE_URL = re.compile(r"https?://[\w-]+(\.[\w-]+)*(:\d+)?(/[^\s?#]*)?")
"""An address to which paths can be added: no query, no fragment, no name of a user."""


class SettingsError(Exception):
    """mkdocs.yml is missing or does not say what is needed."""


@dataclass(frozen=True)
class Settings:
    """What `mkdocs.yml` says under `site_url` and `extra.handbook`."""

    site_url: str = ""
    """Address of the published site."""
    coverage: Severity = Severity.NOTE
    """How much a gap in the coverage weighs."""
    history: Severity = Severity.NOTE
    """How much a history that lags behind the pages weighs."""
    hosts: tuple[str, ...] = ()
    """Hosts that pages may link to."""

    framed_by: tuple[str, ...] = ()
    """Origins whose pages may show this site in a frame, as the city's portal may."""
    offline: bool = True
    """Whether browsers keep the site for reading without a network; when not, what they have kept is removed."""
    compressed: bool = False
    """Whether each file for the web has a compressed copy beside it, for hosts that send such copies."""
    carried: bool = False
    """Whether the site is made for a memory stick, where pages open as files."""
    pdf: str = PDF[0]
    """Whether PDFs are made: one of `PDF`."""
    bleed: float = 0
    """Millimetres that posters for a print shop go on beyond their edges, with marks for cutting; 0: neither."""
    pdf_only: tuple[str, ...] = ()
    """Which PDFs are made: patterns of their paths below the folder of PDFs, without ".pdf"; none: all."""
    nav_line: int = 0
    """Line of a `nav` setting, which nothing uses; 0 when there is none."""
    site_url_line: int = 1
    """Line of the `site_url` setting."""
    wrong_site_url: str | None = None
    """What is given as the address of the site and cannot be one; `site_url` is empty then."""

    @property
    def placeholder(self) -> bool:
        """Whether the site's address is still a stand-in (RFC 2606 keeps `.example` for that)."""
        return (urlsplit(self.site_url).hostname or "example").endswith("example")


@dataclass(frozen=True)
class Publisher:
    """Who publishes the site, as `docs/phuong.toml` says."""

    name: str = ""
    """Its name; nothing until somebody has taken it on."""
    address: str = ""
    """Where it can be found, if it says so."""
    contact: str = ""
    """How it can be reached, if it says so."""
    official: bool = False
    """Whether it has approved the content."""


def from_mapping(site_url: str | None, handbook: Mapping[str, Any], text: str = "") -> Settings:
    """Return the settings from values somebody else has read; `SettingsError` where one is wrong.

    `text` is that of mkdocs.yml, for the lines of what is found in it.
    """
    known = {"coverage", "bleed", "history", "hosts", "framed_by", *_SWITCHES, "pdf", "pdf_only"}
    unknown = set(handbook) - known
    hosts = handbook.get("hosts") or []
    pdf = handbook.get("pdf", PDF[0])
    pdf_only = handbook.get("pdf_only") or ""
    bleed = handbook.get("bleed") or 0
    if unknown:
        raise SettingsError(f"{_HANDBOOK}: {say_both('settings-key')}: {', '.join(sorted(unknown))}")
    if not isinstance(hosts, list) or not all(isinstance(host, str) for host in hosts):
        raise SettingsError(f"{_HANDBOOK}.hosts: {say_both('settings-hosts')}")
    framed_by = handbook.get("framed_by") or []
    if isinstance(framed_by, str):
        framed_by = framed_by.split()  # as a variable of the environment gives it
    if not isinstance(framed_by, list) or not all(_ORIGIN.fullmatch(str(origin)) for origin in framed_by):
        raise SettingsError(f"{_HANDBOOK}.framed_by: {say_both('settings-origins')}")
    for name, usual in _SWITCHES.items():
        if not isinstance(handbook.get(name, usual), bool):
            raise SettingsError(f"{_HANDBOOK}.{name}: {say_both('settings-choice', words='true, false')}")
    switches = {name: handbook.get(name, usual) for name, usual in _SWITCHES.items()}
    if not isinstance(pdf_only, str):
        raise SettingsError(f"{_HANDBOOK}.pdf_only: {say_both('settings-patterns')}")
    if isinstance(bleed, bool) or not isinstance(bleed, (int, float)) or not 0 <= bleed <= _MOST_BLEED:
        raise SettingsError(f"{_HANDBOOK}.bleed: {say_both('settings-bleed')}")
    weights = {name: handbook.get(name, Severity.NOTE.value) for name in ("coverage", "history")}
    severities = tuple(severity.value for severity in Severity)
    for name, value, allowed in (*((name, weight, severities) for name, weight in weights.items()), ("pdf", pdf, PDF)):
        if value not in allowed:
            raise SettingsError(f"{_HANDBOOK}.{name}: {say_both('settings-choice', words=', '.join(allowed))}")
    coverage, history = (Severity(weight) for weight in weights.values())
    given = site_url or ""
    usable = bool(_SITE_URL.fullmatch(given))
    lines = {"nav_line": _line("nav", text), "site_url_line": _line("site_url", text) or 1}
    wrong = None if usable else given
    address = given if usable else ""
    only = tuple(pdf_only.split())
    return Settings(
        address,
        coverage,
        history,
        tuple(hosts),
        tuple(framed_by),
        switches["offline"],
        switches["compressed"],
        switches["carried"],
        pdf,
        bleed,
        only,
        **lines,
        wrong_site_url=wrong,
    )


def read(root: Path) -> Settings:
    """Return the settings of the project at `root`; `SettingsError` where mkdocs.yml cannot be used."""
    text, values = _values(root)
    extra = values.get("extra") or {}
    return from_mapping(values.get("site_url"), extra.get("handbook") or {}, text)


def site_dir(root: Path) -> Path:
    """Return the published folder of the project at `root`; `SettingsError` where mkdocs.yml cannot be used."""
    return root / str(_values(root)[1].get("site_dir") or "site")


def _values(root: Path) -> tuple[str, dict[str, Any]]:
    """Return the text of mkdocs.yml, and what it says."""
    path = root / "mkdocs.yml"
    try:
        text = path.read_text("utf-8")
        values = yaml.load(text, Loader=_Loader)  # noqa: S506 - derived from the safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"mkdocs.yml: {say_both('settings-unreadable')}: {error}") from None
    if not isinstance(values, dict):
        raise SettingsError(f"mkdocs.yml: {say_both('settings-mapping')}")
    return text, values


def _line(key: str, text: str) -> int:
    """Return the line of mkdocs.yml on which a setting stands, or 0."""
    found = re.search(rf"^{key}:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0


_BOOLEANS = {"true": True, "false": False}
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """Reads MkDocs' own tags: `!ENV` for settings from the environment, and names of Python objects as nothing."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(node.value))
    if not isinstance(node, yaml.SequenceNode):
        return None
    *names, default = loader.construct_sequence(node)
    value = next((os.environ[name] for name in names if name in os.environ), default)
    return _BOOLEANS.get(str(value).lower(), value)  # MkDocs reads them so too


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
