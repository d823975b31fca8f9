"""Words of another language say so."""

from pathlib import Path

from ..helpers import built_site


def test_words_of_another_language_say_so(site: Path) -> None:
    for name, page in built_site.pages(site).items():
        other = "vi" if page.lang == "en" else "en"
        marked = f'lang="{other}"' in page.html
        assert marked, name  # at least the link to the other language
        if page.lang == "en" and not name.endswith("404.html"):
            assert 'hreflang="vi" lang="vi"' in page.html
