"""Any page is a good handout: from the print dialog and as the PDF that is forwarded."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from html import unescape
from pathlib import Path

import brotli
import pypdf
import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, Page

from hooks.cache import FOLDER
from hooks.paper.page_marks import marked_for_paper
from hooks.paper.renderer import Task, render

from ..helpers import printed_pages, projects
from ..helpers.booklet_pdfs import PICTURES
from ..helpers.built_site import SITE, Built, files
from ..helpers.mkdocs_build import build
from ..helpers.page_kinds import PRINTED
from ..helpers.printed_pages import bare, pdf_of


@pytest.mark.parametrize(
    ("path", "count"), [("chi-thi-58/", 3), ("chi-thi-58/khau-hieu/", 1), ("van-ban/cong-van/", 3)]
)
def test_handouts_keep_to_their_sheets(paper: Path, path: str, count: int) -> None:
    assert len(pypdf.PdfReader(pdf_of(paper, path)).pages) == count
    assert pdf_of(paper, path).stat().st_size < 60 * 1024


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_page_is_one_sheet(paper: Path, name: str) -> None:
    assert len(pypdf.PdfReader(pdf_of(paper, f"{name}/tranh")).pages) == 1


def test_every_page_has_a_pdf_and_a_link_to_it_with_its_size(paper: Path, every_pdf: bool) -> None:
    for address in printed_pages.pages(paper) if every_pdf else PRINTED:
        path = paper / address / "index.html"
        page = Built(path)
        link = re.search(r'<a class="lc-button lc-tools__pdf" href="([^"]*)" [^>]*>([^<]*)</a>', page.html)
        if "lc-ask" in page.html:
            continue  # the home page has no row of tools
        assert link, address
        made = (path.parent / link[1]).resolve()
        assert made == pdf_of(paper, address)
        pages = len(pdfium.PdfDocument(made))
        assert re.search(rf"\({pages} (?:trang|pages?), {round(made.stat().st_size / 1024)} KB\)", link[2])


def test_every_sheet_of_every_page_says_what_it_is_where_it_is_from_and_which_of_how_many(
    paper: Path, printed_to_try: list[str]
) -> None:
    for path in printed_to_try:
        html = Built(paper / path / "index.html").html
        version = re.search(r'lc-version" data-version="(\w{8})"', html)
        title = re.search(r'data-foot="([^"]*?) · ', html)
        assert version, path
        assert title, path
        margins = printed_pages.margins(pdf_of(paper, path))
        for number, words in enumerate(map(bare, margins), 1):
            assert bare(unescape(title[1])) in words, path
            assert bare(f"{SITE}{path}") in words, path
            assert version[1] in words, path
            assert f"{number}/{len(margins)}" in words, path
        first = bare(printed_pages.sides(pdf_of(paper, path))[0])
        assert bare("provisional address" if path.startswith("en/") else "địa chỉ tạm") in first, path


def test_sheets_that_cite_the_dispatch_say_that_its_number_and_date_are_blank(paper: Path) -> None:
    words = bare("Số và ngày của Công văn để trống trên bản trang nhận được")
    assert words in bare(printed_pages.sides(pdf_of(paper, "chi-thi-58/"))[0])
    assert words not in bare(printed_pages.sides(pdf_of(paper, "van-ban/luat-cong-doan/tom-luoc/"))[0])


def code(page: Image.Image) -> str:
    found = zxingcpp.read_barcodes(page)
    return found[0].text if found else ""


def worn(page: Image.Image, seed: int) -> Image.Image:
    """Return a sheet as a poor copier gives it: turned a little, blurred, with specks."""
    chance = random.Random(seed)
    turned = page.rotate(3, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(1))
    for _ in range(turned.width * turned.height // 400):
        turned.putpixel((chance.randrange(turned.width), chance.randrange(turned.height)), chance.choice((0, 255)))
    return turned


_FORMS = {"chi-thi-58/", "chuong-trinh-20/tranh/", "tra-cuu/ma-tran/"}
"""A page of each form of sheet."""


@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=() if path in _FORMS else pytest.mark.every) for path in PRINTED]
)
def test_the_code_is_read_on_worn_sheets_too_and_leads_to_the_version_printed_beside_it(
    paper: Path, chromium: Browser, path: str
) -> None:
    version = re.search(r'lc-version" data-version="(\w{8})"', Built(paper / path / "index.html").html)
    assert version
    address = f"{SITE}{path}?v={version[1]}"
    with printed_pages.visit(chromium, paper, path) as page:
        dialog = printed_pages.dialog(page)
    for sheet in (dialog, pdf_of(paper, path)):
        assert code(printed_pages.picture(sheet, dpi=72)) == address
        assert code(worn(printed_pages.picture(sheet, dpi=150), 1)) == address


def test_body_text_is_13_points_in_pure_black_within_the_margins_of_the_decree(paper: Path) -> None:
    document = pdfium.PdfDocument(pdf_of(paper, "chi-thi-58/"))
    for page in document:
        assert (round(page.get_width()), round(page.get_height())) == (595, 842)
        text = page.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        assert min(box[0] for box in boxes) >= 30 / 25.4 * 72 - 1
        assert max(box[2] for box in boxes) <= 595 - 15 / 25.4 * 72 + 1
    sizes = Counter(
        round(size, 1) for page in pypdf.PdfReader(pdf_of(paper, "chi-thi-58/")).pages for size in _sizes(page)
    )
    assert max(sizes, key=lambda size: sizes[size]) >= 13


def _sizes(page: pypdf.PageObject) -> list[float]:
    found: list[float] = []

    def visit(text: str, matrix: list[float], place: list[float], font: object, size: float) -> None:
        found.extend([size * abs(place[3]) if place[3] else size] * len(text.strip()))

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("path", ["chi-thi-58/", "chuong-trinh-20/tranh/"])
def test_dark_mode_no_scripts_a_phone_and_backgrounds_change_nothing_on_paper(
    paper: Path, chromium: Browser, path: str
) -> None:
    def look(page: Page) -> tuple[list[str], bytes]:
        made = printed_pages.dialog(page)
        return printed_pages.sides(made), printed_pages.picture(made).tobytes()

    with printed_pages.visit(chromium, paper, path) as page:
        plain = look(page)
    with printed_pages.visit(chromium, paper, path, scripts=False) as page:
        assert look(page) == plain
    with printed_pages.visit(
        chromium, paper, path, color_scheme="dark", viewport={"width": 360, "height": 640}
    ) as page:
        assert look(page) == plain
    with printed_pages.visit(chromium, paper, path, color_scheme="dark") as page:
        assert printed_pages.picture(printed_pages.dialog(page, backgrounds=True)).tobytes() == plain[1]


def test_the_official_text_has_its_number_on_top_from_the_second_page(paper: Path) -> None:
    heads = [
        page.get_textpage().get_text_bounded(0, page.get_height() - 20 * 72 / 25.4, page.get_width(), page.get_height())
        for page in pdfium.PdfDocument(pdf_of(paper, "van-ban/cong-van/"))
    ]
    assert len(heads) > 1
    assert [head.strip() for head in heads] == ["", *(str(number) for number in range(2, len(heads) + 1))]


def test_a_table_of_eight_columns_is_laid_across(paper: Path, tmp_path: Path, chromium: Browser) -> None:
    table = "<p>Đầu trang.</p><p>Trước bảng.</p><table><thead><tr>" + "<th>Cột</th>" * 8 + "</tr></thead></table>"
    shutil.copytree(paper, tmp_path / "site")
    page = tmp_path / "site/y-nghia-muc-dich/index.html"
    html = page.read_text("utf-8").replace(
        '<div class="lc-body">', '<div class="lc-body">' + marked_for_paper(table, SITE, SITE, "")
    )
    page.write_text(html, "utf-8")
    with printed_pages.visit(chromium, tmp_path / "site", "y-nghia-muc-dich/") as visited:
        dialog = printed_pages.dialog(visited)
    render(Task(html, f"{SITE}y-nghia-muc-dich/", str(tmp_path / "a.pdf")), str(tmp_path / "site"), SITE)
    for made in (dialog, tmp_path / "a.pdf"):
        assert {side.get_width() > side.get_height() for side in pdfium.PdfDocument(made)} == {False, True}


def test_readers_who_do_not_print_pay_at_most_3200_bytes_and_little_for_each_page_that_is_cited(
    paper: Path, chromium: Browser
) -> None:
    with printed_pages.visit(chromium, paper, "chi-thi-58/") as page:
        loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert not [name for name in loaded if "tinos" in name]
    style = next((paper / "assets").glob("paper.*.css")).read_bytes()
    html = (paper / "chi-thi-58/index.html").read_text("utf-8")

    def weight(own: str) -> int:
        without = re.sub(own, "", html, flags=re.DOTALL)
        return len(brotli.compress(html.encode())) - len(brotli.compress(without.encode()))

    assert len(brotli.compress(style)) + weight(r'<aside class="lc-imprint".*?</aside>') <= 3200
    cited = html.count('class="lc-refs__one"')
    assert cited
    assert weight(r'<p class="lc-refs">.*?</p>|<sup class="lc-ref">.*?</sup>') < 25 * cited


@pytest.mark.every
def test_a_pdf_has_the_same_bytes_wherever_it_is_made(paper: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from hooks.cache import Cache; "
        "from hooks.paper.pdf_jobs import PageJob; from hooks.paper.print_queue import PrintQueue\n"
        "if __name__ == '__main__':\n"
        "    site, root, cache, *pages = sys.argv[1:]\n"
        "    jobs = [PageJob(f'{page}index.html', root + page, f'{page}x.pdf') for page in pages]\n"
        "    PrintQueue(Path(site), root, Cache(Path(cache)), print).run(jobs)\n"
    )
    (tmp_path / "make.py").write_text(script, "utf-8")
    site = shutil.copytree(paper, tmp_path / "site")
    made = []
    for name, settings in (("a", {"TZ": "Asia/Ho_Chi_Minh", "LANG": "C"}), ("b", {"TZ": "UTC", "LANG": "vi_VN.UTF-8"})):
        command = [sys.executable, str(tmp_path / "make.py"), str(site), SITE, str(tmp_path / name)]
        settings = {**os.environ, "PYTHONPATH": str(projects.ROOT), **settings}
        subprocess.run([*command, *PRINTED[:12]], check=True, env=settings)
        made.append({path.name: path.read_bytes() for path in (tmp_path / name).glob("*.pdf")})
    assert len(made[0]) == 12
    assert made[0] == made[1]


@pytest.mark.every
def test_what_has_not_changed_is_not_made_again(paper: Path, tmp_path: Path) -> None:
    cache = projects.ROOT / FOLDER
    before = {path.name: path.stat().st_ino for path in cache.glob("*.pdf")}
    assert build(tmp_path / "again", HANDBOOK_PDF="require").returncode == 0
    assert {path.name: path.stat().st_ino for path in cache.glob("*.pdf")} == before
    assert files(tmp_path / "again") == files(paper)
