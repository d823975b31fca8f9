"""Visual Studio Code, as the project sets it up: findings become problems, and what snippets write is right."""

import json
import re
from typing import Any

import pytest

from hooks.cli import main
from hooks.content import ward
from hooks.content.model import KINDS
from hooks.findings.finding import Code, Detail, Finding, Place, Reason, Severity
from hooks.findings.wording import show

from ..helpers import projects

_FOLDER = projects.ROOT / ".vscode"
_PLACEHOLDER = re.compile(r"\$\{\d+:([^{}]*)\}|\$\{\d+\|([^,|]*)[^|]*\|\}|\$0")
_ON_PAGE = {"cauhoi": "qa", "khauhieu": "slogans", "loidoc": "script"}


def read(name: str) -> Any:
    return json.loads((_FOLDER / name).read_text("utf-8"))


def snippets() -> dict[str, str]:
    """Prefix → what the snippet writes when its places are left as they are."""
    return {
        one["prefix"]: _PLACEHOLDER.sub(lambda found: found[1] or found[2] or "", "\n".join(one["body"]))
        for one in read("handbook.code-snippets").values()
    }


def matched(line: str) -> list[tuple[str, dict[str, str]]]:
    """Return the severity and the parts of each matcher that takes a line."""
    matchers = read("tasks.json")["tasks"][0]["problemMatcher"]
    found = []
    for matcher in matchers:
        pattern = dict(matcher["pattern"])
        if one := re.search(pattern.pop("regexp"), line):
            found.append((matcher["severity"], {name: one[group] for name, group in pattern.items()}))
    return found


def test_every_line_of_the_check_is_one_problem_at_its_place_with_its_weight() -> None:
    how = Reason("provision-how", {"page": "docs/vi/van-ban/cong-van.md"})
    details: dict[str, Detail] = {"id": "cv.IX", "range": Reason("range-not-held"), "how": how}
    for severity, weight in ((Severity.ERROR, "error"), (Severity.NOTE, "info")):
        place = Place("docs/vi/hoi-dap.md", 12, 3)
        line = show(Finding(place, Code.CITE_UNKNOWN_PROVISION, details, "", severity))
        assert [one for one, _ in matched(line)] == [weight]
        parts = matched(line)[0][1]
        assert (parts["file"], parts["line"], parts["column"]) == ("docs/vi/hoi-dap.md", "12", "3")
        assert parts["code"] == "cite-unknown-provision"
        assert "cv.IX" in parts["message"]
    assert matched("Trang này không có lỗi.") == []


def test_every_task_is_a_command_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    for task in read("tasks.json")["tasks"]:
        assert task["args"][:2] == ["-m", "hooks"]
        with pytest.raises(SystemExit) as ended:
            main([*task["args"][2:], "--help"])
        assert ended.value.code == 0
    capsys.readouterr()


@pytest.mark.parametrize("prefix", sorted(snippets()))
def test_what_a_snippet_writes_is_a_page_without_a_finding_but_that_it_is_still_short(prefix: str) -> None:
    words = snippets()[prefix]
    if prefix == "trang":
        found = projects.findings({"docs/vi/vi-du.md": words + "\nLời.\n"})
    else:
        inner = words if "#" in words[:4] else f"Lời trước.\n\n{words}\n"
        inner = f"## Nhóm {{#nhom}}\n\n{inner}" if words.startswith("###") else inner
        inner = inner if "cite:" in inner else f"{inner}\n[](cite:cv.II.1)\n"
        kind = _ON_PAGE.get(prefix, "overview")
        readers = {
            "docs/vi/danh-cho/cu-dan.md": projects.page("Trang này dành cho cư dân.\n\n[](cite:cv.I)\n", "reader")
        }
        found = projects.findings({**readers, "docs/vi/vi-du.md": projects.page(inner, kind)})
    wrong = [one for one in found if one.place.path == "docs/vi/vi-du.md" and one.code is not Code.SCRIPT_LENGTH]
    assert [show(one) for one in wrong] == []


def test_choices_in_snippets_are_those_of_the_program() -> None:
    bodies = "\n".join(line for one in read("handbook.code-snippets").values() for line in one["body"])
    fields, kinds = re.search(r"phuong:\$\{\d\|(.*?)\|\}", bodies), re.search(r"kind: \$\{\d\|(.*?)\|\}", bodies)
    assert fields and set(fields[1].split(",")) <= set(ward.FIELDS)
    assert kinds and set(kinds[1].split(",")) <= set(KINDS)
