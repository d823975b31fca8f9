"""A law is added by dropping in a file: ids, anchors, words of citation and lock follow from its own structure."""

from dataclasses import replace
from pathlib import Path

import pytest

from hooks import analyse, files, settings
from hooks.content.claims import claims_mark
from hooks.conventions import DIGESTS_LOCK
from hooks.documents.official.official_text import held
from hooks.locks import digests

from ..helpers import built_site, projects, small_project
from ..helpers.command_line import run
from ..helpers.law_texts import FRONT, OUTSIDE, TEXT, law
from ..helpers.mkdocs_build import build

pytestmark = pytest.mark.xdist_group("law")


_DIGEST = """---
title: Tóm lược Luật LC
description: Kể lại Luật LC.
kind: digest
of: lc
compared: {against: luat.txt, on: 2026-11-01}
review_by: 2099-01-01
translation: pending
---

# Tóm lược Luật LC

## Điều thử {#dieu-thu}

### Điều ấy nói gì {#d2-k1}

Khoản này theo luật kia.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two laws that cite each other, accepted into the lock, and its built site."""
    root = small_project.with_program(tmp_path_factory.mktemp("law") / "project")
    for one, other in (("la", "lb"), ("lb", "la")):
        page = root / f"docs/vi/van-ban/{one}.md"
        page.write_text(FRONT.format(id=one, name=f"Luật {one.upper()}") + law(120, other), "utf-8")
    page = root / "docs/vi/thu.md"
    page.write_text(projects.page("Xem [](cite:la.d35.k2.đ) và [](cite:la.d35.k2.d).\n"), "utf-8")
    record = root / "docs/vi/van-ban/lc.md"
    front = FRONT.format(id="lc", name="Luật LC").partition("  text: full")[0]
    record.write_text(f"{front}  text: none\n{OUTSIDE}\n---\n\n# Luật LC\n", "utf-8")
    beside = root / "docs/vi/van-ban/lc/toan-van.md"
    beside.parent.mkdir()
    beside.write_text(TEXT.format(id="lc", name="Luật LC") + law(3, "la"), "utf-8")
    (beside.parent / "tom-luoc.md").write_text(_DIGEST, "utf-8")
    assert "[lock-missing]" in run(root, "check").stdout
    assert run(root, "lock").returncode == 0
    _prove(root, "lc.d2.k1")
    done = build(root / "site", root=root)
    assert done.returncode == 0, done.stderr
    return root


def _prove(root: Path, entry_id: str) -> None:
    """Record that an entry was proved with the words of its provision as they are held."""
    book = analyse.analyse(files.read(root), settings.read(root))
    entry, document = book.registry.entries[entry_id], book.registry.document_of(entry_id)
    assert document.original
    mark = held(document.record.id, document.original).mark(entry.pin)
    proved = digests.Proved(
        digests.words_mark(entry), claims_mark(entry_id, digests.said(entry)), mark, "2026-11-01", "luat.txt"
    )
    lock = replace(book.digest_lock, proved={**book.digest_lock.proved, entry_id: proved})
    (root / DIGESTS_LOCK).write_text(digests.write(lock, book.registry.entries), "utf-8")


def test_every_provision_of_a_law_has_an_address_of_its_own(project: Path) -> None:
    page = built_site.Built(project / "site/van-ban/la/index.html")
    assert {"la-d1", "la-d120-k2-e", "la-d35-k2-d", "la-d35-k2-dd", "la-c1"} <= set(page.ids)
    assert sorted(set(page.ids)) == sorted(page.ids)
    assert list(built_site.broken(project / "site")) == []


def test_a_law_is_cited_in_words_from_the_smallest_part(project: Path) -> None:
    html = (project / "site/thu/index.html").read_text("utf-8")
    assert ">điểm đ khoản 2 Điều 35 Luật LA</a>" in html
    assert 'href="../van-ban/la/#la-d35-k2-dd"' in html
    assert 'href="../van-ban/la/#la-d35-k2-d"' in html


def test_two_documents_that_cite_each_other_say_so_on_both(project: Path) -> None:
    for one, other in (("la", "lb"), ("lb", "la")):
        html = (project / f"site/van-ban/{one}/index.html").read_text("utf-8")
        assert f'href="../{other}/#{other}-d7"' in html[html.index(f'id="{one}-d7"') : html.index(f'id="{one}-d8"')]
        assert f'<li data-cites="d7"><a href="../{other}/#{other}-d7-k1">' in html


def test_a_text_beside_its_record_is_cited_where_it_stands_and_each_leads_to_the_other(project: Path) -> None:
    html = (project / "site/van-ban/la/index.html").read_text("utf-8")
    assert '<li data-cites="d2"><a href="../lc/toan-van/#lc-d2-k1">' in html
    assert "lc-d2-k2-dd" in built_site.Built(project / "site/van-ban/lc/toan-van/index.html").ids
    record = (project / "site/van-ban/lc/index.html").read_text("utf-8")
    assert 'href="toan-van/"' in record
    assert "Có toàn văn" in record


def test_our_words_for_a_provision_are_linked_under_its_own(project: Path) -> None:
    html = (project / "site/van-ban/lc/toan-van/index.html").read_text("utf-8")
    clause = html[html.index('id="lc-d2-k1"') : html.index('id="lc-d2-k2"')]
    assert clause.index("Khoản thứ nhất") < clause.index('<a href="../tom-luoc/#lc-d2-k1">Tóm lược: Điều ấy nói gì</a>')
