"""What a page says of itself to search engines, as JSON-LD in the words of schema.org.

The dispatch, directives and programmes are no legislation: `Legislation` is for laws alone. Who publishes the site is
named once the ward has taken it on. The block is data that no browser runs, so a strict policy for scripts allows it.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ...content.model import Page
from ...conventions import INDEX
from ...documents.records import LAWS, TYPES, DocumentRecord
from ...handbook import Handbook
from ...text import plain
from ...unchanged import Unchanged
from ..answers import answers
from ..urls import Urls

Thing = dict[str, Any]
CONTEXT = "https://schema.org"


def linked_data(
    page: Page, above: Sequence[tuple[str, str]], handbook: Handbook, urls: Urls, unchanged: Unchanged
) -> str:
    """Return the JSON-LD of a page, ready to stand in HTML; nothing where there is nothing to say.

    `above` has title and URL below the site of the pages above it, the home page first.
    """
    things = [*_publisher(page, handbook, urls), *_law(page, handbook, urls), *_questions(page, handbook, unchanged)]
    if above:
        things.append(_path(page, above, urls))
    if not things:
        return ""
    whole = {"@context": CONTEXT, **things[0]} if len(things) == 1 else {"@context": CONTEXT, "@graph": things}
    words = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return words.replace("<", "\\u003c")  # no words of a page end the block


def _path(page: Page, above: Sequence[tuple[str, str]], urls: Urls) -> Thing:
    own = (page.metadata.title or page.key, urls.site(page.key, page.language))
    steps = [
        {"@type": "ListItem", "position": number, "name": title, "item": _named(urls.root_url + url.removeprefix("."))}
        for number, (title, url) in enumerate([*above, own], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _named(url: str) -> Thing:
    return {"@type": "WebPage", "@id": url}


def _questions(page: Page, handbook: Handbook, unchanged: Unchanged) -> Iterator[Thing]:
    """Yield the questions of a page with the first paragraph of each answer: all of it stands on the page."""
    answered = answers(page, handbook, unchanged)
    asked = [
        {
            "@type": "Question",
            "name": plain(question.section.title),
            "acceptedAnswer": {"@type": "Answer", "text": said[0]},
        }
        for question in page.questions
        if question.section.answered and (said := answered[question.section.at])
    ]
    if asked:
        yield {"@type": "FAQPage", "inLanguage": page.language, "mainEntity": asked}


def _law(page: Page, handbook: Handbook, urls: Urls) -> Iterator[Thing]:
    """Yield the law whose record or text the page is."""
    document = handbook.registry.document_on(page.key)
    if document and document.record.type in LAWS:
        yield legislation(document.record, page.language, urls)


def legislation(record: DocumentRecord, language: str, urls: Urls) -> Thing:
    """Return a law as schema.org has it, as far as its record knows it."""
    words = record.in_language(language)
    thing: Thing = {
        "@type": "Legislation",
        "name": words.name or record.id,
        "url": urls.published(record.page, language),
        "legislationType": TYPES[record.type][language],
        "legislationJurisdiction": "VN",
        "inLanguage": "vi",
    }
    if record.symbol and not record.number_blank:
        thing["legislationIdentifier"] = record.symbol
    if record.date and record.date.whole:
        thing["legislationDate"] = record.date.whole.isoformat()
    if words.issuer:
        thing["legislationPassedBy"] = {"@type": "Organization", "name": words.issuer}
    return thing


def _publisher(page: Page, handbook: Handbook, urls: Urls) -> Iterator[Thing]:
    """Yield who publishes the site, on its home page."""
    ward, language = handbook.ward, page.language
    if page.key != INDEX or not ward.value("ten", language):
        return
    thing = {"@type": "GovernmentOrganization", "name": ward.value("ten", language)}
    for name, detail in (("address", "dia-chi"), ("telephone", "dien-thoai"), ("url", "cong-thong-tin")):
        if value := ward.value(detail, language):
            thing[name] = value
    yield {**thing, "url": thing.get("url") or urls.published(page.key, language)}
