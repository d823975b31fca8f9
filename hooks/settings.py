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

LANGUAGES = ("vi", "en")
"""The original first."""


PDF = ("none", "make", "require")
"""What a build does about PDFs: leaves them out, makes those it can, or fails where one is missing."""


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

    pdf: str = PDF[0]
    """Whether PDFs are made: one of `PDF`."""
    nav_line: int = 0
    """Line of a `nav` setting, which nothing uses; 0 when there is none."""

    @property
    def placeholder(self) -> bool:
        """Whether the site's address is still a stand-in (RFC 2606 keeps `.example` for that)."""
        return (urlsplit(self.site_url).hostname or "example").endswith("example")


@dataclass(frozen=True)
class Publisher:
    """Who publishes the site, as `extra.publisher` says."""

    name: str = ""
    """Its name; nothing until somebody has taken it on."""
    official: bool = False
    """Whether it has approved the content."""


def publisher(values: Mapping[str, Any] | None) -> Publisher:
    """Return the publisher from values somebody else has read."""
    given = values or {}
    return Publisher(str(given.get("name") or ""), bool(given.get("official")))


def from_mapping(site_url: str | None, handbook: Mapping[str, Any], nav_at: int = 0) -> Settings:
    """Return the settings from values somebody else has read; `SettingsError` where one is wrong."""
    unknown = set(handbook) - {"coverage", "history", "hosts", "pdf"}
    hosts = handbook.get("hosts") or []
    pdf = handbook.get("pdf", PDF[0])
    if unknown:
        raise SettingsError(f"mkdocs.yml: extra.handbook: khóa lạ / unknown key: {', '.join(sorted(unknown))}")
    if not isinstance(hosts, list) or not all(isinstance(host, str) for host in hosts):
        raise SettingsError("mkdocs.yml: extra.handbook.hosts: cần danh sách tên miền / a list of hosts is needed")
    weights = {name: handbook.get(name, Severity.NOTE.value) for name in ("coverage", "history")}
    for name, weight in weights.items():
        if weight not in [severity.value for severity in Severity]:
            raise SettingsError(f"mkdocs.yml: extra.handbook.{name}: cần note hoặc error / note or error is needed")
    if pdf not in PDF:
        raise SettingsError("mkdocs.yml: extra.handbook.pdf: cần none, make hoặc require / … is needed")
    coverage, history = (Severity(weight) for weight in weights.values())
    return Settings(site_url or "", coverage, history, tuple(hosts), pdf, nav_at)


def read(root: Path) -> Settings:
    """Return the settings of the project at `root`; `SettingsError` where mkdocs.yml cannot be used."""
    path = root / "mkdocs.yml"
    try:
        text = path.read_text("utf-8")
        values = yaml.load(text, Loader=_Loader)  # noqa: S506 - derived from the safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"mkdocs.yml: không đọc được / cannot be read: {error}") from None
    if not isinstance(values, dict):
        raise SettingsError("mkdocs.yml: cần các dòng “khóa: giá trị” / a mapping is needed")
    extra = values.get("extra") or {}
    return from_mapping(values.get("site_url"), extra.get("handbook") or {}, nav_line(text))


def nav_line(text: str) -> int:
    """Return the line of mkdocs.yml on which a `nav` setting stands, or 0."""
    nav = re.search(r"^nav:", text, re.MULTILINE)
    return text.count("\n", 0, nav.start()) + 1 if nav else 0


_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """Reads MkDocs' own tags: `!ENV` for settings from the environment, and names of Python objects as nothing."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(node.value))
    if not isinstance(node, yaml.SequenceNode):
        return None
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
