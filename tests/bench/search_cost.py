"""`make bench-search`: this search beside Material's own and Pagefind, on the same pages, in one run.

Each query is typed in every form of `typing_forms.FORMS`. A hit is right when its address is one of the answers, or
stands below one. Recall is the share of queries with a right hit among the first five; `first` the share whose
first hit is right. `exact` is the share of words whose own sections come before those that only have a look-alike
(tù, tu).

`first result` is the time from the wish to search to the first hit, files included; `keystroke` the time until the hits
of a longer query are there, of which 95 in 100 stay below, the best of three rounds; ours draws them too. `memory` is
the heap of the page after its rubbish is collected; Material's worker and Pagefind's WebAssembly are not in it.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from ..helpers import chromium, projects, typing_forms
from ..helpers.invented_pages import Alike, Truth, invent
from ..helpers.local_server import serve
from ..helpers.mkdocs_build import build
from ..helpers.search_engines import SEARCHES, Search, opened, plain_site, quickly
from ..helpers.search_queries import Asked, ask, asked, judged

_MEASURED = ("first result", "memory", "gzip", "keystroke")


def measure(name: str, site: Path, plain: Path, queries: Mapping[str, Asked], alikes: Sequence[Alike], at: str) -> None:
    """Print a table for one size of site: each search, each form. `at` is what is asked first."""
    print(f"\n{name}\n{'':10}" + "".join(f"{head:>12}" for head in (*queries, "exact")), end="")
    print("".join(f"{head:>14}" for head in _MEASURED))
    with sync_playwright() as playwright:
        started = chromium.launch(playwright, "--js-flags=--expose-gc", "--enable-precise-memory-info")
        for search in SEARCHES:
            with serve(site if search.own else plain) as address:
                print(f"{search.name:10}{_quality(search, started, address, queries, alikes)}", end="")
                print(_speed(search, started, address, list(queries["full"]), at), flush=True)
        started.close()


def _quality(
    search: Search, started: Browser, address: str, queries: Mapping[str, Asked], alikes: Sequence[Alike]
) -> str:
    page = opened(started, address, search.quality)
    cells = [judged(lambda query: ask(page, query), asked) for asked in queries.values()]
    exact = 100 * statistics.mean(one.comes_first(ask(page, one.word)) for one in alikes)
    page.close()
    return "".join(f"{recall:6.1f}/{first:5.1f}" for recall, first in cells) + f"{exact:12.1f}"


def _speed(search: Search, started: Browser, address: str, queries: Asked, at: str) -> str:
    one = quickly(started, address, search.speed, at, [words for words, _ in queries[:40]])
    return f"{one.first_result:11.0f} ms{one.memory / 2**20:11.1f} MB{one.gzip / 1000:11.1f} KB{one.keystroke:11.1f} ms"


def main() -> int:
    """Measure the real site and one of a thousand pages a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = projects.copy(Path(folder) / "project")
        site, plain = Path(folder) / "site", Path(folder) / "plain"
        build(site, root=root)
        plain_site(root, plain)
        real = "the real site (recall among five / first hit right, %)"
        measure(real, site, plain, asked(), Truth(root).look_alikes(200), "tuyên truyền")
        if chosen.pages:
            phrases, scattered = invent(root, chosen.pages)
            shutil.rmtree(site)
            shutil.rmtree(plain)
            build(site, root=root, strict=False).check_returncode()
            plain_site(root, plain)
            measure_invented(f"{chosen.pages} more pages a language", site, plain, root, phrases, scattered)
    return 0


def measure_invented(
    name: str, site: Path, plain: Path, root: Path, phrases: Sequence[str], scattered: Sequence[str]
) -> None:
    """Print the table of a site with invented pages."""
    truth = Truth(root)
    fresh = {
        form: [(typing_forms.as_typed(words, form), truth.neighbours(words)) for words in phrases]
        for form in typing_forms.FORMS
    }
    fresh["scattered"] = [(words, truth.together(words)) for words in scattered]
    fresh["unmarked"] = [(typing_forms.bare(words), truth.together(words, marked=False)) for words in scattered]
    measure(f"{name}, four words of one section", site, plain, fresh, truth.look_alikes(200), phrases[0])


if __name__ == "__main__":
    sys.exit(main())
