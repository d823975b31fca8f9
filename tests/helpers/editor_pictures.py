"""`make pictures`: the pictures of the editor on the page of twelve jobs, taken anew in both languages.

They are committed: a ward that builds the site has no browser that could take them.
"""

import os
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from hooks.commands import publish
from hooks.conventions import EDITING_FOLDER, language_folder

from . import chromium
from .projects import ROOT
from .running_editor import buildable, editing

WIDTH = 1000
"""Of a picture, in pixels: what a page shows of it on a large screen."""
_FACTOR = 1.25


def main() -> int:
    """Edit a small project in a browser and photograph that."""
    os.environ["HANDBOOK_PDF"] = "none"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = buildable(Path(folder) / "project")
        publish.publish(root, texts=True, translated=True, tell=lambda _: None)
        browser = chromium.launch(playwright)
        with editing(root) as server:
            server.api.preview.start()
            for language in ("vi", "en"):
                page = browser.new_page(viewport={"width": 1250, "height": 720}, device_scale_factor=_FACTOR)
                page.goto(server.url)
                page.locator("#list button").first.wait_for()
                if language == "en":
                    page.locator("#language").click()
                    page.locator("[data-language=en]").click()
                _photograph(page, language)
                page.close()
        browser.close()
    return 0


def _photograph(page: Page, language: str) -> None:
    page.locator(f"[data-path='{language_folder(language)}hoi-dap-chung.md']").click()
    text = page.locator("#text")
    before = text.input_value()
    page.locator("#preview").wait_for(timeout=120_000)
    page.frame_locator("#preview").locator("main").wait_for(timeout=60_000)
    text.fill(before.replace("cite:cv.kinh-gui", "cite:cv.kinh-guu"))
    page.locator("#marks button").first.wait_for()
    expect(page.locator("#findings li").first).to_be_visible()
    _save(page, language, "sua-trang")
    text.fill(before)
    page.locator("#cite").click()
    page.locator("#dialog input").fill("58")
    page.locator("#dialog-body li").nth(1).wait_for()
    _save(page, language, "dan-dieu-khoan")
    page.locator("#dialog button[value=cancel]").click()
    said = {"vi": "Cũng xem được trên bảng tin.", "en": "It is on the notice boards too."}[language]
    text.fill(f"{before}\n{said}\n")
    page.locator("#publish").click()
    page.locator("#dialog table, #dialog li").first.wait_for()
    _save(page, language, "cong-bo")
    page.locator("#dialog button[value=cancel]").click()
    text.fill(before)
    page.locator("#save").click()
    expect(page.locator("#save")).to_be_disabled()


def _save(page: Page, language: str, name: str) -> None:
    into = ROOT / language_folder(language) / EDITING_FOLDER / f"{name}.webp"
    taken = into.with_suffix(".png")
    page.screenshot(path=taken)
    with Image.open(taken) as picture:
        height = round(picture.height * WIDTH / picture.width)
        picture.convert("RGB").resize((WIDTH, height)).save(into, quality=72, method=6)
    taken.unlink()
    print(f"{into.relative_to(ROOT)} {into.stat().st_size // 1024} KB")


if __name__ == "__main__":
    sys.exit(main())
