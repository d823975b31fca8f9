"""Pages under every name they may have, and without their original."""

import re
from pathlib import Path

import pytest
from lxml import html

from ..helpers import small_project
from ..helpers.built_site import pages
from ..helpers.mkdocs_build import build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project.with_program(tmp_path / "project")


def _page(title: str, body: str, extra: str = "translation: pending\n") -> str:
    front = f"---\ntitle: {title}\ndescription: Trang ví dụ.\nkind: reference\norder: 95\n{extra}---\n\n"
    return f"{front}# {title}\n\n{body}\n"


def test_a_readme_is_the_page_of_its_folder_everywhere(project: Path) -> None:
    for language in ("vi", "en"):
        folder = project / "docs" / language / "moi"
        folder.mkdir()
        (folder / "README.md").write_text(_page("Thư mục mới", "Xem [trang hai](hai.md).", ""), "utf-8")
        (folder / "hai.md").write_text(_page("Trang hai", "Về [đầu](README.md), [nhà](../index.md).", ""), "utf-8")
    site = project / "site"
    done = build(site, root=project, strict=False)
    assert done.returncode == 0, done.stderr
    assert not (site / "moi/README").exists()
    assert (site / "en/moi/index.html").is_file()
    assert "Thư mục mới" in (site / "moi/index.html").read_text("utf-8")
    second = html.fromstring((site / "moi/hai/index.html").read_text("utf-8"))
    links = {link.text_content().strip(): link.get("href") for link in second.iter("a")}
    assert links["đầu"] == "../"
    assert {href for text, href in links.items() if text == "Thư mục mới"} <= {"../", "./"}
    assert "Thư mục mới" in links
    found = "".join(path.read_text("utf-8") for path in (site / "assets").rglob("index.vi.*.js"))
    assert '["moi/","Thư mục mới"' in found
    assert "README" not in found
    assert "README" not in (site / "sitemap.xml").read_text("utf-8")


def test_lost_originals_and_wrong_names_end_a_build_with_findings_only(project: Path) -> None:
    docs = project / "docs"
    (docs / "en/only.md").write_text(_page("Only English", "Words.", ""), "utf-8")
    (docs / "vi/hoi-dap-chung.md").unlink()
    (docs / "vi/muc#1?.md").write_text(_page("Một", "Chữ."), "utf-8")
    (docs / "vi/index.md~").write_text("nháp", "utf-8")
    original = docs / "vi/danh-cho/doanh-nghiep.md"
    original.write_bytes(original.read_text("utf-8").encode("utf-16"))
    site = project / "site"
    done = build(site, root=project, strict=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for name in ("en/only.md", "en/hoi-dap-chung.md", "vi/muc#1?.md", "vi/danh-cho/doanh-nghiep.md"):
        assert f"docs/{name}:1:1:" in done.stderr
    assert not site.exists()


def test_strays_are_never_published(project: Path) -> None:
    for name in ("index.md~", "~$mau.docx", "#index.md#", "nhap.txt", "Copy of index.md", "Thumbs.db"):
        (project / "docs/vi" / name).write_text("nháp riêng", "utf-8")
    site = project / "site"
    done = build(site, root=project, strict=False)
    assert done.returncode == 0, done.stderr
    published = [path for path in site.rglob("*") if path.is_file()]
    assert published
    assert [path for path in published if "nháp riêng".encode() in path.read_bytes()] == []
    assert not [path.name for path in published if re.search(r"[~#$ ]", path.name)]


def test_the_styles_of_what_one_page_shows_are_loaded_there_alone(site: Path) -> None:
    linked = {path for path, page in pages(site).items() if re.search(r'href="[^"]*/specimen[-.]\w', page.html)}
    assert linked == {"bien-tap/trinh-bay/index.html", "en/bien-tap/trinh-bay/index.html"}
    shown = {
        path.name.partition(".")[0] for path in (site / "assets").glob("*.css") if "lc-specimen" in path.read_text()
    }
    assert shown == {"specimen", "specimen-paper"}
