"""`new-site`: another ward begins its own handbook, and builds it to the end with a text of another structure."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from hooks.conventions import WARD

from ..helpers import built_site, projects
from ..helpers.command_line import run

pytestmark = pytest.mark.xdist_group("new_site")
_OURS = re.compile(r"Lê Chân|Hải Phòng|le-chan\b|Le Chan\b")
_DECISION = """### Chương I. QUY ĐỊNH CHUNG

#### Điều 1. Phạm vi

1. Quyết định này quy định việc họp chợ phiên trong phường.

2. Chợ phiên họp ở các nơi sau đây:

a) sân nhà văn hóa;

b) sân đình;

c) bến đò;

d) vườn hoa;

đ) bãi đất ven sông.

#### Điều 2. Ngày họp chợ

Chợ phiên họp vào ngày 15 hằng tháng.
"""
_ORIGIN = "{source: outside, copied_from: quyet-dinh-5.docx, copied_on: 2026-11-28, verified: false}"
_QUOTED = "> Chợ phiên họp vào ngày 15 hằng tháng.\n>\n> [](cite:qd5.d2)"
_ANSWER = {
    "vi": f"Họp ở sân nhà văn hóa và bãi đất ven sông.\n\n{_QUOTED}",
    "en": f"In the yard of the community hall and by the river.\n\n{_QUOTED}",
}


def fill(project: Path, path: str, words: Mapping[str, str]) -> None:
    """Write words in place of what the template left open; what no key begins gets a sentence without a claim."""
    page = project / path
    text = re.sub(
        r"‹([^›]*)›",
        lambda found: next((said for start, said in words.items() if found[1].startswith(start)), "Ở đây"),
        page.read_text("utf-8"),
    )
    page.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook of another ward, published once as it was begun."""
    root = tmp_path_factory.mktemp("new") / "an-bien"
    done = run(projects.ROOT, "new-site", str(root), "--name", "phường An Biên", "--name-en", "An Biên Ward")
    assert done.returncode == 0, done.stdout
    assert run(root, "check").returncode == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDBOOK_PDF", "none")
        done = run(root, "publish", "--yes")
        assert done.returncode == 0, done.stdout
        _bring_in_a_decision(root)
        done = run(root, "publish", "--yes", "--texts", "--translated")
    assert done.returncode == 0, done.stdout
    return root


def _bring_in_a_decision(root: Path) -> None:
    """Do what an officer does: begin a document, a page of questions and slogans, and write what is missing."""
    named = ("--title", "Quyết định về chợ phiên", "--id", "qd5", "--type", "quyet-dinh")
    run(root, "new", "document", "van-ban/quyet-dinh-5", *named)
    run(root, "new", "qa", "hoi-dap", "--title", "Hỏi đáp về chợ phiên")
    page = root / "docs/vi/van-ban/quyet-dinh-5.md"
    text = page.read_text("utf-8").replace("text: none", "text: full")
    text = text.replace("  provenance:\n", f"  provenance:\n    text: {_ORIGIN}\n")
    page.write_text(text[: text.index("# Quyết định")] + _DECISION, "utf-8")
    fill(root, "docs/vi/van-ban/quyet-dinh-5.md", {"Cơ quan": "Ủy ban nhân dân phường An Biên"})
    english = {"Title": "Decision on the fair", "Name": "Decision on the fair", "Issuer": "People's Committee"}
    fill(root, "docs/en/van-ban/quyet-dinh-5.md", {**english, "One": "What the decision says.", "What": "On the fair."})
    asked = {"Câu hỏi": "Chợ phiên họp ở đâu?", "Câu đầu": _ANSWER["vi"], "Một câu": "Chợ phiên họp ở đâu."}
    fill(root, "docs/vi/hoi-dap.md", {**asked, "Trang này": "Trang này dành cho người bán hàng."})
    fill(
        root,
        "docs/en/hoi-dap.md",
        {
            "Question": "Where is the fair?",
            "The first": _ANSWER["en"],
            "Title": "Questions",
            "One": "Where the fair is.",
        },
    )


def test_the_sites_pages_lead_nowhere_wrong_and_say_nothing_of_the_ward_whose_program_it_took(project: Path) -> None:
    own = ": outside: https://an-bien.example/"
    assert [line for line in built_site.broken(project / "site") if own not in line] == []
    said = [
        path
        for path in (project / "site").rglob("*.*")
        if path.suffix in (".html", ".js", ".json", ".css", ".xml", ".svg")
    ]
    assert said
    assert [path for path in said if _OURS.search(path.read_text("utf-8"))] == []
    assert "Sổ tay An Biên" in (project / "site/index.html").read_text("utf-8")
    assert "An Biên Handbook" in (project / "site/en/index.html").read_text("utf-8")


def test_articles_and_clauses_have_addresses_and_are_cited_in_words(project: Path) -> None:
    page = built_site.Built(project / "site/van-ban/quyet-dinh-5/index.html")
    assert {"qd5-c1", "qd5-d1-k2-a", "qd5-d1-k2-dd", "qd5-d2"} <= set(page.ids)
    answer = (project / "site/hoi-dap/index.html").read_text("utf-8")
    assert 'href="../van-ban/quyet-dinh-5/#qd5-d2"' in answer
    assert "Điều 2" in answer
    cited = (project / "site/van-ban/quyet-dinh-5/index.html").read_text("utf-8")
    assert 'href="../../hoi-dap/#q-hoi-dap-01"' in cited[cited.index('id="qd5-d2"') :]


def test_a_quotation_is_held_to_the_new_text(project: Path) -> None:
    page = project / "docs/vi/hoi-dap.md"
    before = page.read_text("utf-8")
    page.write_text(before.replace("> Chợ phiên họp vào ngày 15", "> Chợ phiên họp vào ngày 16"), "utf-8")
    done = run(project, "check")
    page.write_text(before, "utf-8")
    assert done.returncode == 1
    assert "docs/vi/hoi-dap.md:" in done.stdout


def test_what_is_to_be_filled_in_is_empty(project: Path) -> None:
    assert re.findall(r'^[\w-]+ = "(.+)"$', (project / WARD).read_text("utf-8"), re.MULTILINE) == []


def test_the_folder_has_what_make_needs_and_nothing_of_the_programs_own_tests(project: Path) -> None:
    names = {path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file()}
    assert {"Makefile", "mkdocs.yml", "requirements.txt", "tests/needs", "hooks/entry.py"} <= names
    assert [name for name in names if name.startswith("tests/")] == ["tests/needs"]
    targets = re.findall(r"^([a-z-]+):(?!=)", (project / "Makefile").read_text("utf-8"), re.MULTILINE)
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (project / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert sorted(targets) == sorted(phony.split())
    assert {"serve", "check", "publish", "undo", "new", "ward", "reminders", "test"} <= set(targets)


def test_a_folder_that_has_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thu.txt").write_text("của người khác", "utf-8")
    done = run(projects.ROOT, "new-site", str(tmp_path), "--name", "phường X", "--name-en", "X Ward")
    assert done.returncode == 2
    assert "thư mục đã có tệp" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thu.txt"]
