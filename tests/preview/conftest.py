"""One running preview for all tests of it."""

from collections.abc import Iterator

import pytest

from ..helpers.live_preview import Preview, serving


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A running preview of the small project; what a test changes, it puts back."""
    with serving(tmp_path_factory.mktemp("preview") / "project") as running:
        yield running
