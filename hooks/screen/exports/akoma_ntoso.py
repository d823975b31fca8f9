"""Documents held in full as Akoma Ntoso 3.0 (OASIS LegalDocML): laws as `act`, everything else as `doc`.

An eId follows the standard's naming convention: name and number of each step; that of an Article goes without what it
stands in, as its numbers run through the whole law. Our own id of each provision stands beside it as its GUID.
What is not known is not filled in: a day is named by what happened on it, blanks of the letterhead stay blank.
"""

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from ...conventions import language_folder
from ...documents.document import Document, DocumentText
from ...documents.numbering import Numbered
from ...documents.provisions import Provision
from ...documents.records import LAWS, TYPES, DocumentRecord
from ...handbook import Handbook
from ...locks.history import Past
from ...text import plain, slug
from ..urls import Urls
from . import FOLDER

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_STEPS: Mapping[str, tuple[str, str]] = {
    "phan": ("part", "part"),
    "chuong": ("chapter", "chp"),
    "muc": ("section", "sec"),
    "tieu-muc": ("subsection", "subsec"),
    "dieu": ("article", "art"),
    "khoan": ("paragraph", "para"),
    "diem": ("point", "point"),
    "letter": ("division", "dvs"),
    "roman": ("section", "sec"),
    "item": ("subsection", "subsec"),
    "dash": ("indent", "indent"),
    "plus": ("indent", "indent"),
    "named": ("hcontainer", "hcontainer"),
    "phu-luc": ("hcontainer", "hcontainer"),
    "mau": ("hcontainer", "hcontainer"),
}
"""Kind of provision → its element, and how the naming convention shortens that in an eId."""
_UNNUMBERED = frozenset({"dash", "plus", "named"})
_HEADED = frozenset({"phan", "chuong", "muc", "tieu-muc", "dieu", "letter", "roman", "item", "phu-luc", "mau"})
_CONTAINERS = {"phu-luc": "annex", "mau": "form"}
"""Kind of provision for which the standard has no element of its own → the name of its container."""
_LANGUAGES = {"vi": "vie", "en": "eng"}


def path(document: str, language: str) -> str:
    """Return the file of a document below the site.

    >>> path("cv", "vi")
    'du-lieu/akn/cv.vi.xml'
    """
    return f"{FOLDER}/akn/{document}.{language}.xml"


def files(handbook: Handbook, urls: Urls, site_names: Mapping[str, str]) -> dict[str, str]:
    """Return path below the site → Akoma Ntoso of every document held in full whose text has a recorded day."""
    found = {}
    for document in handbook.registry.documents.values():
        for language, text in document.texts.items():
            day = _recorded(handbook, document, language)
            if day and text.provisions:
                site = (urls.root_url, site_names.get(language) or urls.root_url)
                found[path(document.record.id, language)] = written(document.record, text, language, day, site)
    return found


def _recorded(handbook: Handbook, document: Document, language: str) -> str:
    past = handbook.history.pages.get(language_folder(language) + document.page_of_text, Past())
    return past.entries[-1].day if past.entries else ""


def written(record: DocumentRecord, text: DocumentText, language: str, recorded: str, site: tuple[str, str]) -> str:
    """Return a document in one language as Akoma Ntoso.

    `recorded` is the day on which its text was last recorded; `site` has the URL and the name of the site.
    """
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    law = record.type in LAWS
    whole = SubElement(root, "act" if law else "doc", {"name": record.type})
    _meta(whole, record, language, recorded, site)
    before, after = _around(text)
    _paragraphs(whole, "preface", before)
    _Body(text).fill(SubElement(whole, "body" if law else "mainBody", {"eId": "body"}))
    _paragraphs(whole, "conclusions", after)
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, "unicode")}\n'


def _around(text: DocumentText) -> tuple[list[Numbered], list[Numbered]]:
    """Return the blocks before the first provision, and the kept text after it."""
    first = next(at for at, block in enumerate(text.blocks) if block.provision)
    shown = [block for block in text.blocks[:first] if block.block.text.strip()]
    return shown, [block for block in text.blocks[first:] if block.kept]


def _paragraphs(whole: Element, name: str, blocks: list[Numbered]) -> None:
    if blocks:
        part = SubElement(whole, name, {"eId": name})
        for block in blocks:
            SubElement(part, "p").text = _words(block)


def _words(numbered: Numbered) -> str:
    return " ".join(plain(numbered.block.marker + numbered.block.text).split())


def _meta(whole: Element, record: DocumentRecord, language: str, recorded: str, site: tuple[str, str]) -> None:
    kind, year = ("act" if record.type in LAWS else "doc"), str(record.date.year) if record.date else "0000"
    name = record.id if record.number_blank or not record.symbol else slug(record.symbol)
    work = f"/akn/vn/{kind}/{record.type}/{year}/{name}"
    expression = f"{work}/{_LANGUAGES[language]}@"
    signed = record.date.whole.isoformat() if record.date and record.date.whole else ""
    meta = SubElement(whole, "meta")
    identification = SubElement(meta, "identification", {"source": "#site"})
    for level, uri, author in (
        ("FRBRWork", work, "#issuer"),
        ("FRBRExpression", expression, "#issuer" if language == "vi" else "#site"),
        ("FRBRManifestation", f"{expression}.xml", "#site"),
    ):
        part = SubElement(identification, level)
        SubElement(part, "FRBRthis", {"value": f"{uri}/!main" if level != "FRBRManifestation" else uri})
        SubElement(part, "FRBRuri", {"value": uri})
        if level == "FRBRWork":
            SubElement(part, "FRBRalias", {"name": "id", "value": record.id})
        dated = signed if level != "FRBRManifestation" else ""
        SubElement(part, "FRBRdate", {"date": dated or recorded, "name": "signed" if dated else "recorded"})
        SubElement(part, "FRBRauthor", {"href": author})
        if level == "FRBRWork":
            SubElement(part, "FRBRcountry", {"value": "vn"})
        if level == "FRBRExpression":
            SubElement(part, "FRBRlanguage", {"language": _LANGUAGES[language]})
            if language != "vi":
                source = {"href": f"{work}/vie@", "fromLanguage": "vie", "authoritative": "false", "by": "#site"}
                SubElement(part, "FRBRtranslation", source)
    references = SubElement(meta, "references", {"source": "#site"})
    issuer = record.in_language(language).issuer or TYPES[record.type][language]
    for eid, href, words in (
        ("issuer", f"/akn/ontology/organization/vn/{slug(record.in_language('vi').issuer or record.type)}", issuer),
        ("site", *site),
    ):
        SubElement(references, "TLCOrganization", {"eId": eid, "href": href, "showAs": words})


class _Body:
    """Fills the body of a document with its provisions, in their order."""

    def __init__(self, text: DocumentText) -> None:
        """Group the blocks: those that continue a provision go with it."""
        self.text = text
        self.continued: dict[str, list[Numbered]] = {}
        current = ""
        for block in text.blocks:
            if block.provision:
                current = block.provision.id
            elif block.kept:
                current = ""
            elif current and block.block.text.strip():
                self.continued.setdefault(current, []).append(block)

    def fill(self, body: Element) -> None:
        """Add the provisions that stand in no other, and all in them."""
        self._add(body, "", [one for one in self.text.provisions.values() if one.parent is None])

    def _add(self, parent: Element, prefix: str, provisions: list[Provision]) -> None:
        counts: dict[str, int] = {}
        for provision in provisions:
            tag, short = _STEPS[provision.kind]
            counts[tag] = counts.get(tag, 0) + 1
            counted = provision.kind in _UNNUMBERED or provision.kind in _CONTAINERS
            number = str(counts[tag]) if counted else provision.number.replace("đ", "dd")
            own = f"{short}_{number}"
            eid = own if provision.kind == "dieu" or not prefix else f"{prefix}__{own}"
            element = SubElement(parent, tag, {"eId": eid, "GUID": provision.id})
            if tag == "hcontainer":
                element.set("name", _CONTAINERS.get(provision.kind, provision.number))
            self._fill(element, eid, provision)

    def _fill(self, element: Element, eid: str, provision: Provision) -> None:
        words = list(self._paragraphs(provision))
        inside = list(self.text.children(provision.id))
        if provision.kind not in _UNNUMBERED:
            SubElement(element, "num").text = provision.marker
        if provision.kind in _HEADED and words:
            SubElement(element, "heading").text = words.pop(0)
        holder = "intro" if inside else "content"
        if words or not inside:
            part = SubElement(element, holder, {"eId": f"{eid}__{holder}"})
            for line in words or [""]:
                SubElement(part, "p").text = line
        self._add(element, eid, inside)

    def _paragraphs(self, provision: Provision) -> Iterator[str]:
        own = " ".join(plain(provision.text).split())
        if own:
            yield own
        yield from map(_words, self.continued.get(provision.id, ()))
