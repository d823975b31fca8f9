"""What the build adds to questions, slogans, scripts, quizzes and terms, seen in the built site."""

import csv
import json
import re
from pathlib import Path

from hooks.documents.provisions import anchor
from hooks.handbook import Handbook

from ..helpers import built_site, projects, small_project
from ..helpers.command_line import run
from ..helpers.mkdocs_build import build

_SLOGAN = "# Khẩu hiệu\n\n## Học {#nhom-hoc}\n\n### Học luật → | hiểu luật! {#kh-thu-01}\n\n[](cite:cv.II.1.2)\n"


def test_a_question_is_written_once_and_listed_for_each_of_its_readers(site: Path, book: Handbook) -> None:
    for page in book.pages["vi"].values():
        for question in page.questions:
            for reader in question.section.readers:
                html = (site / f"danh-cho/{reader}/index.html").read_text("utf-8")
                assert f"#{question.section.id}" in html


def test_slogans_are_shown_without_line_marks_and_say_what_they_are(site: Path, book: Handbook) -> None:
    for page in book.pages["vi"].values():
        for slogan in page.slogans:
            html = (site / page.key.removesuffix(".md") / "index.html").read_text("utf-8")
            start = html.index(f'id="{slogan.section.id}"')
            shown = html[start : html.index("lc-badge", start) + 60]
            assert "|" not in re.sub(r"<[^>]+>", "", shown)
            assert ("nguyên văn" if slogan.section.verbatim else "soạn thảo") in shown


def test_no_attribute_of_ours_is_left_in_the_html(site: Path) -> None:
    for name, page in built_site.pages(site).items():
        assert not re.search(r"<h\d[^>]*(?:readers|answered)=", page.html), name


def test_a_letter_that_posters_lack_is_found_by_the_command_and_by_the_build(tmp_path: Path) -> None:
    root = small_project.with_program(tmp_path / "project")
    (root / "docs/vi/khau-hieu.md").write_text(projects.page(_SLOGAN, "slogans"), "utf-8")
    for said in (run(root, "check").stdout, build(tmp_path / "site", root=root).stderr):
        assert "docs/vi/khau-hieu.md:12:1: " in said
        assert "[slogan-letters]" in said


def test_only_editors_see_where_the_lines_of_a_slogan_may_end(site: Path) -> None:
    for name, page in built_site.pages(site).items():
        words = re.sub(r"<script\b.*?</script>|<[^>]+>", "", page.html, flags=re.DOTALL)
        assert "bien-tap/" in name or " | " not in words, name


def test_every_quiz_question_has_one_right_answer(site: Path) -> None:
    html = (site / "tuyen-truyen/van-hoa-the-thao/index.html").read_text("utf-8")
    quizzes = html.split('class="lc-quiz"')[1:]
    assert quizzes
    for quiz in quizzes:
        assert quiz[: quiz.index("</div>")].count("data-right") == 1


def test_a_term_is_explained_at_its_first_use_only(site: Path) -> None:
    html = (site / "chi-thi-58/index.html").read_text("utf-8")
    main = html[html.index("<article") : html.index("</article>")]
    terms = re.findall(r'<a class="lc-term" href="([^"]+)" title="([^"]+)">', main)
    assert terms
    assert len({address for address, _ in terms}) >= len(terms) * 0.8
    assert all("tra-cuu/thuat-ngu/#tu-" in address for address, _ in terms)


def test_a_script_says_how_long_it_takes(site: Path) -> None:
    html = (site / "tuyen-truyen/truyen-thanh/index.html").read_text("utf-8")
    minutes = [float(found.replace(",", ".")) for found in re.findall(r"khoảng (\d,\d) phút", html)]
    assert minutes
    assert all(1 <= count <= 3 for count in minutes)


def test_the_data_files_are_the_content(site: Path, book: Handbook) -> None:
    provisions = json.loads((site / "du-lieu/quy-dinh.json").read_text("utf-8"))["rows"]
    assert {row["id"] for row in provisions} == set(book.registry.provisions)
    asked = json.loads((site / "du-lieu/hoi-dap.json").read_text("utf-8"))["rows"]
    assert len(asked) == sum(1 for page in book.pages["vi"].values() for _ in page.questions)
    with (site / "du-lieu/khau-hieu.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id"] for row in rows} == {
        slogan.section.id for page in book.pages["vi"].values() for slogan in page.slogans
    }
    rates = json.loads((site / "du-lieu/muc-tien.json").read_text("utf-8"))["rows"]
    assert {row["id"]: row["value"] for row in rates} == {name: rate.value for name, rate in book.rates.items()}
    assert all(row["url"].partition("#")[2] == anchor(row["entry"]) for row in rates)
    ward = json.loads((site / "du-lieu/phuong.json").read_text("utf-8"))["rows"]
    assert [row["id"] for row in ward if not row["vi"]] == list(book.ward.blanks)
