"""The editor behind its page: who is answered, which files it touches, and what it says of them."""

import base64
import re
import shutil
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hooks import files
from hooks.commands.new_item import ITEMS
from hooks.content.model import KINDS
from hooks.content.ward import FIELDS
from hooks.conventions import WARD
from hooks.editor import page_settings
from hooks.editor.server import EditorServer
from hooks.editor.words import words
from hooks.editor.workspace import EditError

from ..helpers import small_project
from ..helpers.projects import ROOT
from ..helpers.running_editor import ask, editing
from ..helpers.translated_project import EN, VI, a_sentence, edit, remembering
from ..helpers.word_files import written

_PAGE = "docs/vi/hoi-dap-chung.md"
_FRONT = """---
title: Tên
# lời dặn về mô tả
description: Mô tả.
own_figures: ["17% = 14% + 3%", "5"]
kind: qa
aliases:
  - cu.md → moi
---

# Tên
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project.write(tmp_path_factory.mktemp("editor") / "project")


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[EditorServer]:
    with editing(project) as started:
        yield started


@pytest.fixture(autouse=True)
def as_before(project: Path) -> Iterator[None]:
    """Put back what a test has written."""
    before = files.read(project).pages
    yield
    for path in files.read(project).pages:
        if path not in before:
            (project / path).unlink()
    for path, text in before.items():
        (project / path).write_text(text, "utf-8")


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Handbook_Token": "wrong"},
        {"X_Handbook_Token": ""},
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1"},
    ],
)
def test_whoever_has_not_the_token_or_comes_from_another_site_is_not_answered(
    server: EditorServer, headers: dict[str, str]
) -> None:
    status, answer, _ = ask(server, "/api/pages", **headers)
    assert (status, answer) == (403, {"error": "forbidden"})


def test_a_form_of_another_site_cannot_ask(server: EditorServer) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert ask(server, "/api/pages", Content_Type=kind)[0] == 415


def test_a_question_that_is_too_long_is_not_read(server: EditorServer) -> None:
    assert ask(server, "/api/pages", Content_Length="99999999999")[0] == 413


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"a"', b"\xff"])
def test_a_question_that_is_no_json_object_gets_an_answer_without_a_trace_of_the_program(
    server: EditorServer, body: bytes
) -> None:
    status, answer, _ = ask(server, "/api/pages", body)
    assert status in (400, 404)
    assert answer == {"error": "not-found"}


def test_only_the_files_of_the_page_are_served_and_none_may_be_framed_or_run_foreign_scripts(
    server: EditorServer,
) -> None:
    page = ask(server, "/", method="GET")[1]["text"]
    scripts = [path.name for path in (ROOT / "overrides/editor").glob("*.js")]
    assert "editor.js" in scripts
    for path in ("/", *re.findall(r'(?:href|src)="(/[^"]+)"', page), *(f"/{name}" for name in scripts)):
        status, _, headers = ask(server, path, method="GET")
        assert status == 200
        assert "frame-ancestors 'none'" in headers
        assert "script-src 'self';" in headers
        assert "no-store" in headers
    for path in ("/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/docs/vi/index.md", "/api/pages", "//etc/passwd"):
        assert ask(server, path, method="GET")[0] == 404
    assert ask(server, "/", method="GET", Host="evil.example")[0] == 403


def test_a_page_that_is_closed_before_its_answer_comes_leaves_no_traceback_in_the_window(
    server: EditorServer, capfd: pytest.CaptureFixture[str]
) -> None:
    head = f"POST /api/pages HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\nX-Handbook-Token: {server.token}\r\n"
    with server.api.workspace.lock:
        page = socket.create_connection(("127.0.0.1", server.server_port))
        page.sendall(f"{head}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}".encode())
        waiting = answering()
        while not waiting:
            waiting = answering()
        page.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        page.close()
    for thread in waiting:
        thread.join(60)
    assert ask(server, "/api/pages")[0] == 200
    assert capfd.readouterr().err == ""


def answering() -> list[threading.Thread]:
    """Return the threads in which a question is being answered."""
    return [one for one in threading.enumerate() if one.is_alive() and "process_request_thread" in one.name]


def test_it_listens_on_this_machine_alone(server: EditorServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "path",
    [
        "docs/vi/../../mkdocs.yml",
        "mkdocs.yml",
        "/etc/passwd",
        "docs/vi/khong-co.md",
        "docs/provisions.lock",
        "docs/vi/.an.md",
        "docs/vi/lien-ket.md",
        "docs/vi/thu-muc/trong.md",
    ],
)
@pytest.mark.parametrize("call", ["page", "check", "save"])
def test_no_file_but_the_pages_of_the_site_is_read_or_written(
    server: EditorServer, project: Path, tmp_path: Path, path: str, call: str
) -> None:
    outside = tmp_path / "ngoai.md"
    outside.write_text("ngoài", "utf-8")
    (project / "docs/vi/lien-ket.md").symlink_to(outside)
    (project / "docs/vi/thu-muc").symlink_to(tmp_path)
    settings = (project / "mkdocs.yml").read_bytes()
    try:
        status, answer, _ = ask(server, f"/api/{call}", {"path": path, "text": "x", "digest": ""})
    finally:
        (project / "docs/vi/lien-ket.md").unlink()
        (project / "docs/vi/thu-muc").unlink()
    assert (status, answer["error"]) == (409, "no-page")
    assert outside.read_text("utf-8") == "ngoài"
    assert (project / "mkdocs.yml").read_bytes() == settings


def test_a_page_is_saved_whole_and_its_form_mended(server: EditorServer, project: Path) -> None:
    page = ask(server, "/api/page", {"path": _PAGE})[1]
    text = page["text"].replace("Trung tâm", "Trung\u00a0ta\u0302m", 1).replace("\n", "\r\n") + "\r\n\r\n"
    status, saved, _ = ask(server, "/api/save", {"path": _PAGE, "text": text, "digest": page["digest"]})
    assert status == 200
    assert (project / _PAGE).read_bytes().decode() == saved["text"]
    assert "\r" not in saved["text"]
    assert saved["text"].endswith("(cite:cv.kinh-gui)\n")


def test_a_page_that_somebody_else_has_saved_meanwhile_is_not_written_over(server: EditorServer, project: Path) -> None:
    page = ask(server, "/api/page", {"path": _PAGE})[1]
    (project / _PAGE).write_text(page["text"] + "\nThêm.\n", "utf-8")
    status, answer, _ = ask(server, "/api/save", {"path": _PAGE, "text": "khác", "digest": page["digest"]})
    assert (status, answer["error"]) == (409, "changed-elsewhere")
    assert (project / _PAGE).read_text("utf-8").endswith("\nThêm.\n")


@pytest.mark.parametrize("text", ["", " \n", "a" * 2_000_001])
def test_nothing_and_too_much_is_not_written(server: EditorServer, project: Path, text: str) -> None:
    page = ask(server, "/api/page", {"path": _PAGE})[1]
    assert ask(server, "/api/save", {"path": _PAGE, "text": text, "digest": page["digest"]})[0] == 409
    assert (project / _PAGE).read_text("utf-8") == page["text"]


@pytest.mark.parametrize(("language", "said"), [("vi", "Không có quy định"), ("en", "no provision")])
def test_words_that_nobody_has_saved_are_judged_at_their_lines(
    server: EditorServer, project: Path, language: str, said: str
) -> None:
    page = ask(server, "/api/page", {"path": _PAGE})[1]
    assert [one for one in page["findings"] if one["error"]] == []
    text = page["text"].replace("cite:cv.kinh-gui", "cite:cv.IX")
    answer = ask(server, "/api/check", {"path": _PAGE, "text": text, "language": language})[1]
    wrong = [one for one in answer["findings"] if one["code"] == "cite-unknown-provision"]
    line = text.split("\n").index("> [](cite:cv.IX)") + 1
    assert [one["line"] for one in wrong] == [line]
    assert "cv.IX" in wrong[0]["problem"]
    assert (project / _PAGE).read_text("utf-8") == page["text"]


def test_a_finding_that_stands_for_many_is_marked_at_each_of_its_places(server: EditorServer) -> None:
    page = ask(server, "/api/page", {"path": _PAGE})[1]
    text = page["text"] + "\n".join(f"\nXem [trang {name}](khong-co-dau.md).\n" for name in ("một", "hai", "ba", "tư"))
    lines = [number for number, line in enumerate(text.split("\n"), 1) if "khong-co-dau.md" in line]
    found = ask(server, "/api/check", {"path": _PAGE, "text": text})[1]["findings"]
    assert [one["line"] for one in found if one["code"] == "link-broken"] == lines
    assert len(lines) == 4


def test_a_page_whose_settings_cannot_be_read_has_its_findings_and_no_form(server: EditorServer) -> None:
    answer = ask(server, "/api/check", {"path": _PAGE, "text": "---\ntitle: [\n---\n\n# A\n"})[1]
    assert [one["code"] for one in answer["findings"] if one["error"]] == ["front-matter-yaml"]
    assert answer["fields"] == []


@pytest.mark.parametrize(
    ("name", "value", "before", "after"),
    [
        ("title", "Mới", "title: Tên\n", "title: Mới\n"),
        ("title", "2026: một #1", "title: Tên\n", "title: '2026: một #1'\n"),
        ("title", "", "title: Tên\n", "title:\n"),
        ("kind", "topic", "kind: qa\n", "kind: topic\n"),
        ("order", "30", "---\n\n# Tên", "order: 30\n---\n\n# Tên"),
        ("translation", True, "---\n\n# Tên", "translation: pending\n---\n\n# Tên"),
        ("translation", "", "", ""),
        ("own_figures", "5\n 1 = 2 − 1 \n", '["17% = 14% + 3%", "5"]\n', '\n  - "5"\n  - "1 = 2 − 1"\n'),
        ("own_figures", "", 'own_figures: ["17% = 14% + 3%", "5"]\n', ""),
        ("description", "Một\ncâu", "description: Mô tả.\n", "description: Một câu\n"),
    ],
)
def test_a_setting_changes_its_own_lines_alone(name: str, value: str | bool, before: str, after: str) -> None:
    expected = _FRONT.replace(before, after, 1).replace("own_figures: \n", "own_figures:\n")
    assert page_settings.changed(_PAGE, _FRONT, name, value) == expected


@pytest.mark.parametrize(("name", "value"), [("aliases", "x"), ("kind", "khác"), ("order", "ba"), ("document", "")])
def test_a_setting_that_has_no_field_or_takes_no_such_value_is_refused(name: str, value: str) -> None:
    with pytest.raises(EditError):
        page_settings.changed(_PAGE, _FRONT, name, value)


def test_the_form_of_every_page_gives_its_settings_back_to_the_letter(server: EditorServer, project: Path) -> None:
    for path, text in files.read(ROOT).pages.items():
        for field in page_settings.fields(path, text):
            if field["type"] in ("choice", "number", "flag"):
                changed = page_settings.changed(path, text, field["name"], field["value"])
                assert changed == text, f"{path}: {field['name']}"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("cv.II.1", "cv.II.1"),
        ("dieu 97 lao dong khoan 4", "blld.d97.k4"),
        ("trả lương chậm", "blld.d97.k4"),
        ("chi thi 58", "ct58"),
    ],
)
def test_citations_are_found_by_id_by_name_and_by_what_they_say(server: EditorServer, query: str, first: str) -> None:
    found = ask(server, "/api/cite", {"query": query, "page": _PAGE})[1]["found"]
    assert first in [one["id"] for one in found[:4]]
    assert all(one["label"] for one in found)


def test_only_words_that_are_held_are_offered_as_a_quotation(server: EditorServer) -> None:
    held = ask(server, "/api/cite", {"query": "cv.II.1.2"})[1]["found"][0]
    told = ask(server, "/api/cite", {"query": "blld.d97.k4"})[1]["found"][0]
    assert (held["held"], told["held"]) == (True, False)
    assert held["words"]


def test_what_is_pasted_from_word_comes_back_as_markdown(server: EditorServer) -> None:
    html = "<p class=MsoNormal><b>Điều 5</b> nêu<o:p></o:p></p>"
    assert ask(server, "/api/paste", {"html": html})[1] == {"markdown": "**Điều 5** nêu"}


def test_a_question_gets_its_place_and_id_in_both_languages(server: EditorServer, project: Path) -> None:
    page = ask(server, "/api/item", {"path": _PAGE, "title": "Hỏi ai?", "readers": ["doanh-nghiep"]})[1]
    assert '## Hỏi ai? {#q-chung-02 readers="doanh-nghiep"}' in page["text"]
    assert "{#q-chung-02}" in (project / "docs/en/hoi-dap-chung.md").read_text("utf-8")
    status, answer, _ = ask(server, "/api/item", {"path": "docs/vi/index.md", "title": "A?"})
    assert (status, answer["error"]) == (409, "no-items")
    status, answer, _ = ask(server, "/api/item", {"path": _PAGE, "title": "A {#b}?"})
    assert (status, answer["error"]) == (409, "refused")


def test_a_word_file_is_shown_first_and_written_when_it_is_wanted(server: EditorServer, project: Path) -> None:
    content = base64.b64encode(written(("Heading 1", "Hỏi ai?"), ("Normal", "Hỏi tổ trưởng."))).decode()
    asked = {"content": content, "into": _PAGE}
    shown = ask(server, "/api/word", asked)[1]
    assert [one["title"] for one in shown["changes"]] == [_PAGE, "docs/en/hoi-dap-chung.md"]
    assert ["", "Hỏi tổ trưởng."] in shown["changes"][0]["sections"][0]["rows"]
    assert "Hỏi tổ trưởng." not in (project / _PAGE).read_text("utf-8")
    ask(server, "/api/word", {**asked, "write": True})
    assert "## Hỏi ai? {#q-chung-02}\n\nHỏi tổ trưởng.\n" in (project / _PAGE).read_text("utf-8")
    for wrong in ("kein base64!", base64.b64encode(b"PK").decode()):
        assert ask(server, "/api/word", {"content": wrong, "into": _PAGE})[0] == 409


def test_what_only_the_ward_knows_is_filled_in_by_a_form(server: EditorServer, project: Path) -> None:
    shutil.copy(ROOT / WARD, project / WARD)
    details = ask(server, "/api/ward", {})[1]["details"]
    assert [one["name"] for one in details] == list(FIELDS)
    assert all(one["label"] for one in details)
    assert ask(server, "/api/fill", {"values": {"dien-thoai": "0225 123 456", "dia-chi": ""}})[0] == 200
    assert 'dien-thoai = "0225 123 456"\n' in (project / WARD).read_text("utf-8")
    for wrong in ({"dien-thoai": "gọi đi"}, {"khác": "x"}):
        status, answer, _ = ask(server, "/api/fill", {"values": wrong})
        assert (status, answer["error"]) == (409, "refused")
    text = (project / WARD).read_text("utf-8")
    (project / WARD).write_text(text.replace('"0225 123 456"', "0225 123 456"), "utf-8")
    assert ask(server, "/api/fill", {"values": {"dien-thoai": "0225 123 456"}})[0] == 200
    assert (project / WARD).read_text("utf-8") == text
    (project / WARD).unlink()


def test_what_is_in_the_way_of_publishing_is_told(server: EditorServer, project: Path) -> None:
    (project / _PAGE).write_text(
        (project / _PAGE).read_text("utf-8").replace("cite:cv.kinh-gui", "cite:cv.IX"), "utf-8"
    )
    plan = ask(server, "/api/plan", {})[1]
    assert {one["code"] for one in plan["errors"]} == {"cite-unknown-provision"}
    assert [one["path"] for one in plan["errors"]] == [_PAGE]
    assert ask(server, "/api/publish", {})[1]["errors"] == plan["errors"]


def test_going_back_where_nothing_was_published_is_refused_with_a_word(server: EditorServer) -> None:
    status, answer, _ = ask(server, "/api/undo", {})
    assert (status, answer["error"]) == (409, "refused")
    assert "chưa" in answer["said"] or "không có" in answer["said"]


def test_every_word_of_the_page_is_there_in_both_languages() -> None:
    scripts = "".join(path.read_text("utf-8") for path in sorted((ROOT / "overrides/editor").iterdir()))
    program = "".join(path.read_text("utf-8") for path in (ROOT / "hooks/editor").glob("*.py"))
    assert set(words("vi")) == set(words("en"))
    for name in words("vi"):
        made = name.startswith(("kind_", "preview_", "add_", "words_", "twin_")) or name in page_settings.FIELDS
        assert made or f'"{name}"' in scripts + program, name
    assert {f"kind_{kind}" for kind in KINDS} <= set(words("vi"))
    assert set(page_settings.FIELDS) <= set(words("vi"))
    assert {f"{made}_{what}" for made in ("add", "words") for what in ITEMS} <= set(words("vi"))


def test_an_english_page_is_told_the_sentence_that_has_changed_in_its_original(tmp_path: Path) -> None:
    root = remembering(small_project.write(tmp_path / "project"))
    sentence = a_sentence((root / VI).read_text("utf-8"))
    edit(root, VI, sentence, "Câu này mới được viết lại.")
    with editing(root) as server:
        _, answer, _ = ask(server, "/api/page", {"path": EN})
    told = [one["problem"] for one in answer["findings"] if one["code"] == "translation-stale"]
    assert [f"Câu “{sentence}” nay là “Câu này mới được viết lại.”" in one for one in told] == [True]
