"""Wherever a publication or a rollback is stopped, readers find no broken link, and the next run ends it."""

import errno
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from hooks.publishing.site import PublishError

from ..helpers.small_sites import (
    FIRST,
    SECOND,
    THIRD,
    Files,
    assert_published,
    assert_readable,
    build,
    manifest_of,
    publish,
    published,
    rollback,
    with_copies,
)

CHANGES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.chown")
DONE, STOPPED, BROKEN = range(3)


def stopped_at(step: int, work: Callable[[], object], *, failing: bool) -> bool:
    """Do `work` in a process that is killed, or whose disk fails, at one of its steps; return whether it has so many.

    A step is whatever changes files; where the disk fails, also what reads them.
    """
    child = os.fork()
    if not child:
        left = step

        def hook(event: str, details: tuple[Any, ...]) -> None:
            nonlocal left
            opens = event == "open" and (failing or details[2] & (os.O_WRONLY | os.O_RDWR))
            left -= bool(opens or event in CHANGES)
            if left or not (opens or event in CHANGES):
                return
            if failing:
                raise OSError(errno.EIO, "Input/output error", "somewhere")
            os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            work()
            os._exit(DONE if left > 0 else STOPPED)  # what cannot be tidied up does not end a publication
        except PublishError:
            os._exit(STOPPED)
        except BaseException:  # noqa: BLE001 - a child that is forked must not go on with the tests
            traceback.print_exc()
            os._exit(BROKEN)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) != BROKEN
    return os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == STOPPED


def publication(root: Path, site: Files = SECOND) -> Callable[[], object]:
    """Build a site, the second; return what publishes it."""
    return partial(build(root, site).publish, lambda _: None)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in memory where there is one: these tests flush thousands of files."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as made:
        yield Path(made)


@pytest.fixture
def apart(every: bool) -> int:
    """Every how many steps work is stopped."""
    return 1 if every else 7


def each_step(
    folder: Path, ready: Callable[[Path], Callable[[], object]], apart: int, *, failing: bool
) -> Iterator[tuple[int, Path]]:
    """Stop what `ready` makes ready at each of its steps, or some, on a new copy of `before`; yield number and copy."""
    for step in count(1, apart):
        root = folder / f"stopped at {step}"
        shutil.copytree(folder / "before", root)
        if not stopped_at(step, ready(root), failing=failing):
            assert step > 20
            return
        yield step, root
        shutil.rmtree(root)


@pytest.mark.parametrize("failing", [False, True], ids=["killed", "disk fails"])
def test_a_publication_stopped_at_any_step_leaves_no_broken_link_and_the_next_one_ends_it(
    folder: Path, apart: int, failing: bool
) -> None:
    publish(folder / "before", FIRST)
    for step, root in each_step(folder, publication, apart, failing=failing):
        assert_readable(root, FIRST, SECOND)
        following = (FIRST, SECOND, THIRD)[step % 3]
        publish(root, following)
        assert_published(root, following)


def test_wherever_a_publication_or_a_rollback_is_stopped_compressed_copies_fit_their_originals(
    folder: Path, apart: int
) -> None:
    first, second = with_copies(FIRST), with_copies(SECOND)
    publish(folder / "before", first)
    for _, root in each_step(folder, partial(publication, site=second), apart, failing=False):
        assert_readable(root, first, second)
        publish(root, second)
        assert_published(root, second)
    publish(folder / "before", second)
    for _, root in each_step(folder, lambda root: partial(rollback, root), apart, failing=False):
        assert_readable(root, first, second)


def test_a_first_publication_stopped_at_any_step_shows_no_home_page_with_a_broken_link(
    folder: Path, apart: int
) -> None:
    (folder / "before").mkdir()
    for _, root in each_step(folder, publication, apart, failing=False):
        assert_readable(root, SECOND)
        publish(root, SECOND)
        assert published(root) == SECOND


def test_a_rollback_after_a_publication_that_was_stopped_anywhere_leads_to_a_whole_site(
    folder: Path, apart: int
) -> None:
    publish(folder / "before", THIRD)
    publish(folder / "before", FIRST)
    for _, root in each_step(folder, publication, apart, failing=False):
        state = manifest_of(root)
        ended = not state.unfinished and state.published != manifest_of(folder / "before").published
        rollback(root)
        assert_published(root, FIRST if state.unfinished or ended else THIRD)


def test_a_rollback_stopped_at_any_step_leaves_no_broken_link_and_the_next_one_ends_it(
    folder: Path, apart: int
) -> None:
    publish(folder / "before", FIRST)
    publish(folder / "before", SECOND)
    for _, root in each_step(folder, lambda root: partial(rollback, root), apart, failing=False):
        assert_readable(root, FIRST, SECOND)
        ended = not manifest_of(root).unfinished and published(root)["index.html"] == FIRST["index.html"]
        rollback(root)
        assert_published(root, SECOND if ended else FIRST)
        rollback(root)
        assert_published(root, FIRST if ended else SECOND)
