"""The posters that every build draws."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ..helpers.real_content import every_slogan

pytestmark = pytest.mark.xdist_group("handbook")

_SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: Path) -> Iterator[str]:
    for title in ElementTree.parse(svg).iter(f"{_SVG}title"):
        yield title.text or ""


def test_every_slogan_has_its_picture_in_every_build_and_it_is_light(site: Path) -> None:
    for _, slogan in every_slogan():
        svg = site / f"ap-phich/{slogan.section.id}.svg"
        assert list(texts(svg)) == [slogan.words]
        assert "<text" not in svg.read_text("utf-8")
        assert len(gzip.compress(svg.read_bytes())) <= 8_000
    galleries = {page.key: page for page, _ in every_slogan()}
    for key, page in galleries.items():
        gallery = site / f"ap-phich/{key.removesuffix('.md').replace('/', '-')}.svg"
        assert list(texts(gallery)) == [slogan.words for slogan in page.slogans]
        assert len(gzip.compress(gallery.read_bytes())) <= 15_000
    assert not list((site / "ap-phich").glob("*.pdf"))


def test_a_slogan_shows_its_poster_without_moving_the_page_and_english_pages_show_none(site: Path) -> None:
    for page, slogan in every_slogan():
        name = page.key.removesuffix(".md")
        html = (site / name / "index.html").read_text("utf-8")
        image = re.search(rf'<img [^>]*#{slogan.section.id}"[^>]*>', html)
        assert image
        assert f'alt="{slogan.words}"' in image[0]
        assert 'width="420" height="297" loading="lazy"' in image[0]
        assert f'ap-phich/{slogan.section.id}.svg"' in html
        assert "ap-phich/" not in (site / "en" / name / "index.html").read_text("utf-8")
