"""Python's collector of cycles, kept from walking over what stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def spared() -> Iterator[None]:
    """Let no collection happen, and set what was made aside from the next ones.

    All that is read stays for the whole build: walking over it again and again costs a thirtieth of `check`.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
