"""PDFs for readers who listen (PDF/UA-1): judged by a checker, and looked into where it does not look."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import page as checker
import pypdf
import pytest
from fontTools.ttLib import TTFont

from hooks.paper.page_html import as_printed, parse_page
from hooks.paper.print_queue import FOLDER
from hooks.paper.renderer import Task, render

from ..helpers import printed_pages
from ..helpers.built_site import SITE, Built
from ..helpers.page_kinds import PARTS
from ..helpers.printed_pages import bare, pdf_of, pdfs
from ..helpers.projects import ROOT


@pytest.fixture(scope="module")
def pdfs_to_try(paper: Path, printed_to_try: list[str], every_pdf: bool) -> list[Path]:
    """PDFs of pages of each kind and all that hang together with one document, or every PDF of the site."""
    chosen = {pdf_of(paper, path) for path in printed_to_try} | set((paper / FOLDER).glob("chi-thi-58.*.pdf"))
    return sorted(paper.rglob("*.pdf") if every_pdf else [*chosen, *sorted((paper / "ap-phich").glob("*.pdf"))[:4]])


@pytest.mark.parametrize("part", range(PARTS))
def test_a_checker_of_pdf_ua_finds_no_fault_in_any_pdf(pdfs_to_try: list[Path], part: int) -> None:
    reports = [
        checker.validate_pdf(path, profile=checker.ValidationProfile.PDF_UA_1) for path in pdfs_to_try[part::PARTS]
    ]
    assert min(report.rules.total for report in reports) > 100
    assert [f"{report.source}: {fault.message}" for report in reports for fault in report.failures] == []


def test_every_pdf_is_marked_for_readers_who_listen_and_brings_its_own_type(
    paper: Path, pdfs_to_try: list[Path]
) -> None:
    for path in {*pdfs_to_try} & {*pdfs(paper)}:
        reader = pypdf.PdfReader(path)
        catalog: Any = reader.root_object
        language = "en" if path.relative_to(paper / FOLDER).parts[0] == "en" else "vi"
        assert catalog["/Lang"] == language, path
        assert catalog["/MarkInfo"]["/Marked"], path
        assert catalog["/ViewerPreferences"]["/DisplayDocTitle"], path
        assert b'pdfuaid:part="1"' in reader.xmp_metadata.stream.get_data()  # type: ignore[union-attr]
        assert reader.metadata and reader.metadata.title, path
        assert reader.outline, path
        for page in reader.pages:
            fonts: Any = page["/Resources"]
            for font in fonts["/Font"].values():
                inner = font.get_object()["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
                described = inner["/FontDescriptor"].get_object()
                assert re.search("Tinos|Be-Vietnam-Pro", described["/FontName"]), path
                assert any(f"/FontFile{kind}" in described for kind in ("", "2", "3")), path


def tags(path: Path) -> Iterator[tuple[Any, list[Any]]]:
    """Yield each tag of a PDF with the tags in it."""
    waiting = [pypdf.PdfReader(path).root_object["/StructTreeRoot"]]
    while waiting:
        element: Any = waiting.pop().get_object()
        inside = element.get("/K", [])
        inside = [one.get_object() for one in (inside if isinstance(inside, list) else [inside])]
        inside = [one for one in inside if isinstance(one, dict) and "/S" in one]
        yield element, inside
        waiting += inside


def test_the_structure_of_a_pdf_is_what_listeners_need(paper: Path, pdfs_to_try: list[Path]) -> None:
    for path in {*pdfs_to_try} & {*pdfs(paper)}:
        for element, inside in tags(path):
            tag, kinds = element.get("/S"), {one["/S"] for one in inside}
            assert tag != "/Figure" or element.get("/Alt"), path
            assert tag != "/TH" or element["/A"]["/Scope"] in ("/Column", "/Row"), path
            assert tag != "/L" or kinds <= {"/LI", "/L", "/Caption"}, path
            assert tag == "/L" or "/LI" not in kinds, path
            assert tag != "/LI" or kinds <= {"/Lbl", "/LBody"}, path


def test_a_list_set_in_lines_has_only_items_and_a_link_of_several_parts_leads_on_from_one_place(tmp_path: Path) -> None:
    html = """<!doctype html><html lang="vi"><title>Thử</title><style>li { display: inline-block }</style><h1>Thử</h1>
        <ul><li>một</li> <li>hai <em>ba</em></li> <li>bốn</li></ul>
        <p><a href="https://le-chan.example/a/">một<wbr>hai <strong>ba</strong> <span>bốn <em>năm</em></span></a></p>"""
    made = tmp_path / "a.pdf"
    render(Task(html, SITE, str(made)), str(tmp_path), SITE)
    assert not checker.validate_pdf(made, profile=checker.ValidationProfile.PDF_UA_1).failures
    found = [(element.get("/S"), {one["/S"] for one in inside}) for element, inside in tags(made)]
    assert [inside for tag, inside in found if tag == "/L"] == [{"/LI"}]
    assert [tag for tag, _ in found].count("/LI") == 3
    (page,) = pypdf.PdfReader(made).pages
    assert [note.get_object()["/A"]["/URI"] for note in page["/Annots"]] == ["https://le-chan.example/a/"]  # type: ignore[attr-defined]


def test_the_type_of_paper_has_every_letter_of_every_page(site: Path) -> None:
    kinds = [{*TTFont(path).getBestCmap()} for path in (ROOT / "overrides/fonts").glob("tinos-*.woff2")]
    assert len(kinds) == 4
    for address in printed_pages.pages(site):
        html, _ = as_printed(Built(site / address / "index.html").html, "")
        letters = {ord(letter) for letter in parse_page(html).text_content() if not letter.isspace()}
        assert [chr(one) for kind in kinds for one in letters - kind] == [], address


def test_the_outline_of_a_pdf_is_its_headings(paper: Path, printed_to_try: list[str]) -> None:
    def titles(items: Any) -> Iterator[str]:
        for item in items:
            if isinstance(item, list):
                yield from titles(item)
            else:
                yield bare(str(item.title))

    unprinted = re.compile(
        r'<section class="lc-section lc-onward">.*?</section>|<a class="headerlink.*?</a>|<template.*?</template>', re.S
    )
    for path in printed_to_try:
        html = unprinted.sub("", Built(paper / path / "index.html").html)
        headings = [re.sub(r"<[^>]+>", "", text) for text in re.findall(r"<h[1-6][^>]*>(.*?)</h", html, re.S)]
        outline = list(titles(pypdf.PdfReader(pdf_of(paper, path)).outline))
        assert outline == [bare(unescape(text)) for text in headings], path
