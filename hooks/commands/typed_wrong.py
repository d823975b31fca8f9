"""What is said of a command that was typed wrong: one line in both languages, in the place of argparse's English."""

import argparse
import re
import sys
from datetime import date
from typing import NoReturn

from ..documents.suggest import closest
from ..findings.wording import say_both

_SAID = (
    (re.compile(r"the following arguments are required: (?P<what>.+)"), "typed-missing"),
    (re.compile(r"unrecognized arguments: (?P<what>.+)"), "typed-unknown"),
    (re.compile(r"argument (?P<what>.+?): expected .*"), "typed-no-value"),
    (
        re.compile(r"argument (?P<what>.+?): invalid choice: '(?P<given>.*?)'.* \(choose from (?P<known>.+)\)"),
        "typed-choice",
    ),
    (re.compile(r"argument (?P<what>.+?): invalid \w+ value: '(?P<given>.*)'"), "typed-wrong"),
    (re.compile(r"argument (?P<what>.+?): (?P<given>.+)"), "typed-own"),
)
"""What argparse of Python 3.11 to 3.14 says → the name of our words for it."""


class Parser(argparse.ArgumentParser):
    """Reads arguments; what is wrong with them ends the program with 2."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and how to see the right way, in one line."""
        print(f"{_in_both(message)} {say_both('typed-help', command=self.prog)}", file=sys.stderr)
        sys.exit(2)


def day(typed: str) -> date:
    """Return the day that was typed, such as 2026-12-31."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(say_both("typed-day", given=typed)) from None


def _in_both(message: str) -> str:
    for pattern, name in _SAID:
        if found := pattern.fullmatch(message):
            said = found.groupdict()
            if name == "typed-own":
                return f"{said['what']}: {said['given']}."
            known = re.findall(r"[\w-]+", said.pop("known", ""))
            return f"{say_both(name, **said, near=closest(said.get('given', ''), known) or ', '.join(known))}."
    return message
