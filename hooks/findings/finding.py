"""Findings: what is wrong with the content, where, and what to do about it.

The wording of every code, in Vietnamese and English, stands in `messages.toml`; the page `bien-tap/kiem-tra` explains
each.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import accumulate


class Code(StrEnum):
    """Everything that can be found wrong. The value is what editors see in brackets."""

    CITE_UNKNOWN_DOCUMENT = "cite-unknown-document"
    CITE_UNKNOWN_PROVISION = "cite-unknown-provision"
    CITE_NOT_RENDERED = "cite-not-rendered"
    CITE_MISSING = "cite-missing"
    QUOTE_DIFFERS = "quote-differs"
    QUOTE_UNCITED = "quote-uncited"
    QUOTE_NO_TEXT = "quote-no-text"
    QUOTE_DIGEST = "quote-digest"
    DIGEST_PIN = "digest-pin"
    DIGEST_TWICE = "digest-twice"
    TEXT_TWICE = "text-twice"
    DIGEST_EMPTY = "digest-empty"
    DIGEST_UNPROVED = "digest-unproved"
    DIGEST_REFUTED = "digest-refuted"
    DIGEST_DOUBTED = "digest-doubted"
    DIGEST_REWORDED = "digest-reworded"
    DIGEST_REVIEW = "digest-review"
    DIGEST_UNREAD = "digest-unread"
    QUESTION_MARK = "question-mark"
    QUESTION_READERS = "question-readers"
    QUESTION_QUOTE = "question-quote"
    QUESTION_OFFICE = "question-office"
    ANSWER_LONG = "answer-long"
    SLOGAN_LENGTH = "slogan-length"
    SLOGAN_MARK = "slogan-mark"
    SLOGAN_VERBATIM = "slogan-verbatim"
    SLOGAN_LETTERS = "slogan-letters"
    SLOGAN_DOUBLED = "slogan-doubled"
    SLOGAN_ONE_LINE = "slogan-one-line"
    SCRIPT_SIGNS = "script-signs"
    SCRIPT_LENGTH = "script-length"
    FORM_ADDRESSEE = "form-addressee"
    SENTENCE_LONG = "sentence-long"
    QUIZ_OPTIONS = "quiz-options"
    FIGURE_UNSUPPORTED = "figure-unsupported"
    FIGURE_CLAUSE = "figure-clause"
    FIGURE_SUM = "figure-sum"
    RATE_FORM = "rate-form"
    RATE_SOURCE = "rate-source"
    RATE_UNKNOWN = "rate-unknown"
    RATE_OUTDATED = "rate-outdated"
    RATE_AHEAD = "rate-ahead"
    TOOL_FORM = "tool-form"
    TOOL_SOURCE = "tool-source"
    TOOL_LACKING = "tool-lacking"
    TOOL_UNCITED = "tool-uncited"
    TOOL_MISSING = "tool-missing"
    SYNONYM_FORM = "synonym-form"
    SYNONYM_NOWHERE = "synonym-nowhere"
    LEAFLET_FORM = "leaflet-form"
    WARD_FORM = "ward-form"
    WARD_UNKNOWN = "ward-unknown"
    LINK_FORM = "link-form"
    LINK_BROKEN = "link-broken"
    LINK_ANCHOR = "link-anchor"
    LINK_EXTERNAL = "link-external"
    LINK_BARE = "link-bare"
    LINK_TEXT = "link-text"
    ID_DUPLICATE = "id-duplicate"
    ID_MISSING = "id-missing"
    HEADING_SKIPPED = "heading-skipped"
    IMAGE_ALT = "image-alt"
    INSERT_UNKNOWN = "insert-unknown"
    PAGE_UNREADABLE = "page-unreadable"
    FRONT_MATTER_YAML = "front-matter-yaml"
    FRONT_MATTER_MISSING = "front-matter-missing"
    FRONT_MATTER_KEY = "front-matter-key"
    FRONT_MATTER_VALUE = "front-matter-value"
    HTML_RAW = "html-raw"
    COMMENT_OPEN = "comment-open"
    LINK_REFERENCE = "link-reference"
    HEADING_FORM = "heading-form"
    ATTRIBUTES_FORM = "attributes-form"
    WORDS_MISSING = "words-missing"
    TEXT_INDENTED = "text-indented"
    TABLE_CELLS = "table-cells"
    LIST_JOINED = "list-joined"
    QUOTE_UNPAIRED = "quote-unpaired"
    BOX_FORM = "box-form"
    STRONG_UNPAIRED = "strong-unpaired"
    FILE_NAME = "file-name"
    FILE_STRAY = "file-stray"
    TEXT_FORM = "text-form"
    TEXT_LOST = "text-lost"
    DOCUMENT_DUPLICATE = "document-duplicate"
    DOCUMENT_UNKNOWN = "document-unknown"
    DOCUMENT_UNNUMBERED = "document-unnumbered"
    DOCUMENT_NUMBERED_TWICE = "document-numbered-twice"
    DOCUMENT_EMPTY = "document-empty"
    DOCUMENT_GAP = "document-gap"
    DOCUMENT_SWALLOWED = "document-swallowed"
    DOCUMENT_QUOTATION = "document-quotation"
    DOCUMENT_CLOSING = "document-closing"
    DOCUMENT_WRAPPED = "document-wrapped"
    DOCUMENT_ORIGIN = "document-origin"
    DOCUMENT_PROVENANCE = "document-provenance"
    LOCK_CHANGED = "lock-changed"
    LOCK_MISSING = "lock-missing"
    LOCK_VANISHED = "lock-vanished"
    LOCK_ALIAS = "lock-alias"
    LOCK_UNREADABLE = "lock-unreadable"
    ALIAS_EXISTS = "alias-exists"
    ALIAS_TWICE = "alias-twice"
    ALIAS_TARGET = "alias-target"
    PAGE_VANISHED = "page-vanished"
    TRANSLATION_MISSING = "translation-missing"
    TRANSLATION_EXTRA = "translation-extra"
    TRANSLATION_NOT_PENDING = "translation-not-pending"
    TRANSLATION_PENDING = "translation-pending"
    TRANSLATION_STALE = "translation-stale"
    TRANSLATION_UNRECORDED = "translation-unrecorded"
    PARITY_HEADINGS = "parity-headings"
    PARITY_CITATIONS = "parity-citations"
    PARITY_FIGURES = "parity-figures"
    PARITY_ROWS = "parity-rows"
    PARITY_PROVISIONS = "parity-provisions"
    TERM_RENDERING = "term-rendering"
    TERMS_UNREADABLE = "terms-unreadable"
    COVERAGE_GAP = "coverage-gap"
    HISTORY_LAGS = "history-lags"
    NAV_UNUSED = "nav-unused"
    SITE_URL_PLACEHOLDER = "site-url-placeholder"
    SITE_URL_WRONG = "site-url-wrong"


class Severity(StrEnum):
    """How much a finding weighs: an error fails the build, a note does not."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Reason:
    """Part of a message whose words, in each language, stand in `messages.toml` under `[reason.<name>]`."""

    name: str
    values: Mapping[str, "Detail"] = field(default_factory=dict)
    """What fills its placeholders."""


_MONTHS = (
    "month-1",
    "month-2",
    "month-3",
    "month-4",
    "month-5",
    "month-6",
    "month-7",
    "month-8",
    "month-9",
    "month-10",
    "month-11",
    "month-12",
)
Detail = str | Reason | tuple[Reason, ...]
"""What fills a placeholder of a message: a value, words of the reader's language, or a list of such words."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where in the repository something stands."""

    path: str
    """File, relative to the project root, with forward slashes."""
    line: int = 1
    """Line, from 1."""
    column: int = 1
    """Character in the line, from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing wrong at one place."""

    place: Place
    """Where an editor puts the cursor to fix it."""
    code: Code
    """What is wrong."""
    details: Mapping[str, Detail] = field(default_factory=dict, compare=False)
    """What fills the placeholders of the message: values, never sentences."""
    suggestion: str = ""
    """What was probably meant, or nothing."""
    severity: Severity = Severity.ERROR
    """Whether it fails the build."""
    also: tuple["Finding", ...] = field(default=(), compare=False)
    """Others of the same cause, which are told with it."""


def day_in_words(day: date) -> Reason:
    """Return a day as readers of a message write it."""
    return Reason("day", {"year": str(day.year), "month": Reason(_MONTHS[day.month - 1]), "day": str(day.day)})


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that fail a build."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


def one_by_one(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, and behind each those that are told with it."""
    for finding in findings:
        yield finding
        yield from finding.also


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line of `text` starts, and after them where a further line would."""
    return list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


def place_of(path: str, text: str, offset: int) -> Place:
    """Return the place of the character at `offset` of `text`."""
    before = text.rfind("\n", 0, offset)
    return Place(path, text.count("\n", 0, offset) + 1, offset - before)
