"""What a page may ask the build to write into it."""

from hooks.content.checks.structure import INSERTS
from hooks.editor.illustrations import COMMANDS, PARTS, PREFIX
from hooks.screen.inserted_lists import LISTS


def test_whatever_a_page_may_insert_is_written_by_the_build() -> None:
    assert {*LISTS, *(f"{PREFIX}{name}" for name in (*PARTS, *COMMANDS))} == INSERTS
