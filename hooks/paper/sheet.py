"""What a sheet of paper says of the page it was printed from."""

from dataclasses import dataclass
from functools import lru_cache

import segno

from ..handbook import Handbook
from ..pages.page import Page
from ..render.urls import page_url


@dataclass(frozen=True)
class Sheet:
    """The words around a page on paper."""

    address: str
    """The page's published address."""
    version: str
    """Which words it holds."""
    code: str
    """The QR code of the address with the version, as an image's address."""
    form: str
    """official, picture or plain: how its sheets are laid out."""
    provisional: bool
    """Whether the address is still a stand-in."""
    blanks: bool
    """Whether the page cites a document whose number or date is blank on our copy."""


def sheet(page: Page, handbook: Handbook, site_url: str, *, provisional: bool, folders: bool = True) -> Sheet:
    """Return what the sheets of a page say of it."""
    below = "" if page.language == "vi" else f"{page.language}/"
    address = f"{site_url.rstrip('/')}/{below}{page_url(page.key, folders=folders)}"
    now = handbook.versions[page.path].id
    form = "official" if page.full_text else page.metadata.kind if page.metadata.kind == "picture" else "plain"
    return Sheet(address, now, code(f"{address}?v={now}"), form, provisional, _blanks(page, handbook))


@lru_cache(maxsize=None)
def code(address: str) -> str:
    """Return the QR code of an address as a data URI, small enough to stand in every page."""
    made = segno.make(address, error="m", micro=False)
    return made.svg_data_uri(border=1, omitsize=True, encode_minimal=True, svgclass=None, lineclass=None, nl=False)


def _blanks(page: Page, handbook: Handbook) -> bool:
    documents = handbook.registry.documents
    named = {(link.cited or "").partition(".")[0] for link in page.citations}
    own = {name for name, document in documents.items() if document.record.page == page.key}
    records = [documents[name].record for name in named | own if name in documents]
    return any(record.number_blank or record.date_blank for record in records)
