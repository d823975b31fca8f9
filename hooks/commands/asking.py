"""Questions to whoever gave a command on a terminal."""

import sys
from collections.abc import Callable, Sequence

from ..documents.suggest import closest
from ..findings.wording import say_both
from ..text import fold
from .errors import CommandError

_YES = ("c", "co", "y", "yes")


class NoTerminalError(CommandError):
    """Nobody can be asked; the message says how to give the answer with the command."""


def confirmed(question: str, option: str) -> bool:
    """Return whether the answer to a question is yes; without a terminal say that `option` gives it."""
    if not sys.stdin.isatty():
        raise NoTerminalError(f"{question} {say_both('ask-option', option=option)}")
    return fold(_line(f"{question} {say_both('ask-yes')} ")) in _YES


def answer(question: str, option: str, accepted: Callable[[str], str] = lambda _: "") -> str:
    """Return a line typed as the answer to a question, asked again while `accepted` says what is wrong with it."""
    if not sys.stdin.isatty():
        raise NoTerminalError(say_both("ask-missing", option=option))
    while True:
        given = _line(f"{question}: ")
        wrong = accepted(given)
        if not wrong:
            return given
        print(wrong)


def chosen(question: str, choices: Sequence[str], option: str, shown: Sequence[str] = ()) -> str:
    """Return one of `choices`, typed or given by its number; `shown` is how each is listed."""
    if sys.stdin.isatty():
        for number, words in enumerate(shown or choices, 1):
            print(f"  {number}. {words}")

    def wrong(given: str) -> str:
        if given in choices or (given.isdecimal() and 0 < int(given) <= len(choices)):
            return ""
        return say_both("ask-choice", near=closest(given, choices) or choices[0])

    given = answer(question, option, wrong)
    return given if given in choices else choices[int(given) - 1]


def _line(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError:
        raise NoTerminalError(say_both("ask-ended")) from None
