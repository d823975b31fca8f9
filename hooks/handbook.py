"""What is known after all files have been read once; everything above looks things up in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .content.aliases import Aliases
from .content.checks.coverage import Row, Spot
from .content.constants import Constant
from .content.leaflets import LeafletPlan
from .content.rates import Rate
from .content.reading import Pages
from .content.synonyms import Synonym
from .content.version import Version
from .content.ward import Ward
from .documents.registry import Registry
from .findings.finding import Finding, errors
from .locks import translations
from .locks.digests import DigestLock
from .locks.history import History
from .locks.passages import Part
from .locks.provisions import Lock
from .locks.translations import Memory


@dataclass(frozen=True, eq=False)
class Handbook:
    """Everything known after reading all files once."""

    registry: Registry
    """Documents and provisions."""
    lock: Lock
    """What was published."""
    pages: Pages
    """Language → page key → page; English has Vietnamese pages where the translation is pending."""
    findings: tuple[Finding, ...]
    """Everything found wrong, sorted by place."""
    cited_by: Mapping[str, Mapping[str, tuple[Spot, ...]]]
    """Language → id → the sections that cite it."""
    matrix: Mapping[str, Mapping[str, tuple[Row, ...]]]
    """Language → document id → rows of its coverage matrix."""
    versions: Mapping[str, Version]
    """Path of a page → the version of its words."""
    history: History
    """The versions that are recorded."""
    unpublished: frozenset[str] = frozenset()
    """Paths of the files that are no part of the site: pages that could not be read, wrong names, strays."""
    translated: tuple[Part, ...] = ()
    """The sections of the English pages beside their originals."""
    memory: Memory | None = None
    """What the English sections were made from, if that is remembered."""
    digest_lock: DigestLock = field(default_factory=DigestLock)
    """What the entries of digests were proved against."""
    rates: Mapping[str, Rate] = field(default_factory=dict)
    """Name → the rate in force today."""
    ward: Ward = field(default_factory=Ward)
    """What only the ward knows."""
    aliases: Aliases = field(default_factory=Aliases)
    """Where pages and sections that were published are now."""
    synonyms: Mapping[str, tuple[Synonym, ...]] = field(default_factory=dict)
    """Language → what people type, and the words of the pages that it stands for."""
    unfound: tuple[tuple[str, int], ...] = ()
    """What people have typed and found nothing, with its line in the list of synonyms."""

    leaflets: tuple[LeafletPlan, ...] = ()
    """The leaflets that editors ask for."""
    constants: Mapping[str, Constant] = field(default_factory=dict)
    """Name → a number or day that the tools compute with."""
    basis: object = field(default_factory=object)
    """The same in builds of the preview in which what pages rest on is: documents, digests, rates, names of files."""
    rate_rows: Mapping[str, tuple[Rate, ...]] = field(default_factory=dict)
    """Name → all values of a rate in order of days."""

    @cached_property
    def stale(self) -> Mapping[str, Mapping[str, Part]]:
        """Path of an English page → id of each section that is older than its original, with both."""
        found: dict[str, dict[str, Part]] = {}
        for part in translations.stale(self.translated, self.memory):
            found.setdefault(part.translation.place.path, {})[part.section] = part
        return found

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail a build."""
        return errors(self.findings)
