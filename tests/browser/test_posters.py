"""Posters as a browser draws them."""

import io
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops
from playwright.sync_api import Browser

from hooks.paper.posters import pdf, typesetting
from hooks.paper.posters import svg as drawing
from hooks.paper.posters.page_sizes import A3

from ..helpers.waiting import eventually

_DRAFT = "Bản soạn thảo, chưa được Ủy ban nhân dân phường phê duyệt."


def test_one_picture_shows_each_slogan_its_own_poster(address: str, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 800, "height": 900})
    page.goto(f"{address}/chi-thi-58/khau-hieu/")
    seen = set()
    for image in page.locator(".lc-poster img").all():
        image.scroll_into_view_if_needed()
        eventually(page, "image => image.complete && image.naturalWidth", image.element_handle())
        seen.add(image.screenshot())
        box = image.bounding_box()
        assert box
        assert abs(box["width"] / box["height"] - 420 / 297) < 0.01
    assert len(seen) == page.locator(".lc-poster img").count()
    page.close()


def test_the_print_and_the_picture_are_the_same_drawing(chromium: Browser, tmp_path: Path) -> None:
    made = typesetting.poster(("Cùng đổi mới sáng tạo,", "cùng hội nhập quốc tế!"), A3, _DRAFT)
    (tmp_path / "a.svg").write_text(drawing.picture({"a": made}), "utf-8")
    wide, high = round(A3.width / 25.4 * 96), round(A3.height / 25.4 * 96)
    page = chromium.new_page(viewport={"width": wide, "height": high})
    page.goto((tmp_path / "a.svg").as_uri())
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    sheet = pypdfium2.PdfDocument(pdf.pdf(made))[0]
    paper = sheet.render(scale=96 / 72).to_pil().convert("RGB").resize((wide, high))
    apart = ImageChops.difference(shot, paper).convert("L").histogram()
    assert sum(apart[64:]) < 0.005 * wide * high
