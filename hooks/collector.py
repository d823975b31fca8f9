"""Python's collector of cycles, kept from walking over what stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 20_000
"""How many objects more than before there are when cycles are looked for again."""


@contextmanager
def spared() -> Iterator[None]:
    """Let no collection happen, and set what was made aside from the next ones.

    All that is read stays for the whole build: walking over it again and again costs a thirtieth of `check`. Of what
    comes later most goes by itself; to look for the rest seldom saves a hundredth of a build and costs 2 MB.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
        gc.freeze()
        gc.set_threshold(_SELDOM)
    finally:
        gc.enable()


@contextmanager
def idle() -> Iterator[None]:
    """Let no collection happen but those that are asked for.

    A layout of hundreds of pages has millions of objects: to walk over them again and again takes a quarter of it.
    """
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def sweep() -> None:
    """Free what only refers to itself of what has been made since the last time, and set the rest aside."""
    gc.collect()
    gc.freeze()
