"""A law is added by dropping in a file: ids, anchors, words of citation and lock follow from its own structure."""

from pathlib import Path

import pytest

from ..helpers import built_site, projects
from ..helpers.command_line import run
from ..helpers.mkdocs_build import build

_FRONT = """---
title: {name}
description: Văn bản thử.
kind: document
order: 200
translation: pending
document:
  id: {id}
  type: luat
  name: {name}
  text: full
---

"""


def law(articles: int, other: str) -> str:
    """Return the text of a law that cites another one."""
    parts = []
    for number in range(1, articles + 1):
        if number % 50 == 1:
            parts.append(f"## Chương {'I' * (number // 50 % 3 + 1)}{'V' * (number // 150)}. CHƯƠNG THỬ\n")
        parts.append(f"### Điều {number}. Điều thử\n")
        parts.append(f"1. Khoản thứ nhất, theo [Điều {number} luật kia](cite:{other}.d{number}).\n")
        parts.append("2. Các trường hợp sau đây:\n")
        parts += [f"{letter}) Điểm {letter};\n" for letter in "abcdđe"]
    return "\n".join(parts)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two laws that cite each other, accepted into the lock, and its built site."""
    root = projects.copy(tmp_path_factory.mktemp("law") / "project")
    for one, other in (("la", "lb"), ("lb", "la")):
        page = root / f"docs/vi/van-ban/{one}.md"
        page.write_text(_FRONT.format(id=one, name=f"Luật {one.upper()}") + law(120, other), "utf-8")
    page = root / "docs/vi/thu.md"
    page.write_text(projects.page("Xem [](cite:la.d35.k2.đ) và [](cite:la.d35.k2.d).\n"), "utf-8")
    assert "[lock-missing]" in run(root, "check").stdout
    assert run(root, "lock").returncode == 0
    done = build(root / "site", root=root)
    assert done.returncode == 0, done.stderr
    return root


def test_every_provision_of_a_law_has_an_address_of_its_own(project: Path) -> None:
    page = built_site.Built(project / "site/van-ban/la/index.html")
    assert {"la-d1", "la-d120-k2-e", "la-d35-k2-d", "la-d35-k2-dd", "la-c1"} <= set(page.ids)
    assert sorted(set(page.ids)) == sorted(page.ids)
    assert list(built_site.broken(project / "site")) == []


def test_a_law_is_cited_in_words_from_the_smallest_part(project: Path) -> None:
    html = (project / "site/thu/index.html").read_text("utf-8")
    assert ">điểm đ khoản 2 Điều 35 Luật LA</a>" in html
    assert 'href="../van-ban/la/#la-d35-k2-dd"' in html
    assert 'href="../van-ban/la/#la-d35-k2-d"' in html


def test_two_documents_that_cite_each_other_say_so_on_both(project: Path) -> None:
    for one, other in (("la", "lb"), ("lb", "la")):
        html = (project / f"site/van-ban/{one}/index.html").read_text("utf-8")
        article = html[html.index(f'id="{one}-d7"') : html.index(f'id="{one}-d8"')]
        assert f'href="../{other}/#{other}-d7-k1"' in article
        assert f'href="../{other}/#{other}-d7"' in article


def test_a_citation_that_leads_nowhere_in_a_law_is_found_at_its_line(project: Path, tmp_path: Path) -> None:
    root = projects.copy(tmp_path / "project")
    text = _FRONT.format(id="la", name="Luật LA") + "### Điều 1. Một\n\n1. Theo [Điều 9](cite:la.d9).\n"
    (root / "docs/vi/van-ban/la.md").write_text(text, "utf-8")
    run(root, "lock")
    found = [line for line in run(root, "check").stdout.splitlines() if "ghi chú" not in line]
    assert len(found) == 1
    assert found[0].startswith("docs/vi/van-ban/la.md:16:")
    assert "[cite-unknown-provision]" in found[0]


def test_a_changed_clause_and_an_inserted_point_are_one_finding_each(project: Path, tmp_path: Path) -> None:
    root = projects.copy(tmp_path / "project")
    page = root / "docs/vi/van-ban/la.md"
    text = _FRONT.format(id="la", name="Luật LA") + law(20, "la")
    page.write_text(text, "utf-8")
    run(root, "lock")
    for before, after, code in (
        ("1. Khoản thứ nhất", "1. Khoản đầu tiên", "[lock-changed]"),
        ("e) Điểm e;", "e) Điểm e;\n\ng) Điểm g.", "[lock-missing]"),
        ("c) Điểm c;\n\n", "", "[lock-vanished]"),
    ):
        page.write_text(text.replace(before, after, 1), "utf-8")
        found = [line for line in run(root, "check").stdout.splitlines() if "ghi chú" not in line]
        assert [line.rpartition(" ")[2] for line in found] == [code]
        assert found[0].startswith("docs/vi/van-ban/la.md:")
