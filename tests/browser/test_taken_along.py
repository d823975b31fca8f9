"""What a page offers to take along where nothing has been made for paper."""

from pathlib import Path

from playwright.sync_api import Browser

from ..helpers import printed_pages


def test_without_pdfs_pages_offer_printing_alone(site: Path, chromium: Browser) -> None:
    for scripts in (True, False):
        with printed_pages.visit(chromium, site, "chi-thi-58/", scripts=scripts) as page:
            take = page.locator(".lc-take")
            assert take.is_visible() is scripts
            if scripts:
                take.locator("summary").click()
                assert take.get_by_role("listitem").all_inner_texts() == ["In", "In chữ lớn"]
