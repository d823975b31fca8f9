"""`make bench-search`: this search beside Material's own and Pagefind, on the same pages, in one run.

Each query is typed in every form of `typed.FORMS`. A hit is right when its address is one of the answers, or stands
below one. Recall is the share of queries with a right hit among the first five; `first` the share whose first hit is
right.
"""

import argparse
import gzip
import itertools
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response, sync_playwright

from hooks.render.urls import page_url

from . import bench, browser, projects, typed
from .conftest import build
from .served import serve

_QUERIES = projects.ROOT / "tests/cases/search/queries.toml"
_PAGEFIND = projects.ROOT / "node_modules/.bin/pagefind"
Ask = Callable[[str], list[str]]
Asked = list[tuple[str, list[str]]]
"""Queries with the addresses that answer them."""

OURS = """async ([first, later]) => {
  const started = performance.now();
  const { loaded, indexOf } = await import("/modules/index.js");
  const { answer } = await import("/modules/answer.js");
  const data = await loaded(first);
  let index = indexOf(data);
  let whole = null;
  window.ask = async (query) => {
    let found = answer(index, query);
    if (!found.whole) {
      whole ??= indexOf(data, await loaded(later));
      index = whole;
      found = answer(index, query);
    }
    return found.hits.slice(0, 5).map(({ entry }) => {
      const { page, anchor } = index.entries[entry];
      return page + (anchor && `#${anchor}`);
    });
  };
  await window.ask("tuyên truyền");
  return performance.now() - started;
}"""
_MATERIAL = """async ([address]) => {
  const started = performance.now();
  const index = await (await fetch("/search/search_index.json")).json();
  const worker = new Worker(address);
  const wait = (type) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => data.type === type && resolve(data.data);
  });
  const ready = wait(1);
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await ready;
  const worded = (query) => query.split(/"([^"]+)"/g)
    .map((terms, at) => at & 1 ? terms.replace(/^\\b|^(?![^\\x00-\\x7F]|$)|\\s+/g, " +") : terms).join("")
    .replace(/"|(?:^|\\s+)[*+\\-:^~]+(?=\\s+|$)/g, "").trim();
  window.ask = async (query) => {
    const found = wait(3);
    worker.postMessage({ type: 2, data: worded(query) });
    return (await found).items.flat().slice(0, 5).map(({ location }) => location);
  };
  await window.ask("tuyên truyền");
  return performance.now() - started;
}"""
_PAGEFIND_ASK = """async () => {
  const started = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  window.ask = async (query) => {
    const { results } = await pagefind.search(query);
    const found = await Promise.all(results.slice(0, 5).map((result) => result.data()));
    return found.map(({ url, sub_results }) => (sub_results[0]?.url ?? url).replace(/^\\//, ""));
  };
  await window.ask("tuyên truyền");
  return performance.now() - started;
}"""


def plain_site(root: Path, to: Path) -> None:
    """Build the pages of a project with Material's own templates and search, and index them with Pagefind."""
    settings = (root / "mkdocs.yml").read_text("utf-8")
    plain = re.sub(r"hooks:\n  - hooks/entry.py\n|  custom_dir: overrides/theme\n", "", settings)
    plain = plain.replace("plugins:\n", "plugins:\n  - search:\n      lang: [vi, en]\n")
    (root / "mkdocs.yml").write_text(plain, "utf-8")
    done = build(to, root=root, strict=False)
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    subprocess.run([str(_PAGEFIND), "--site", str(to)], check=True, capture_output=True)


def invent(root: Path, count: int, seed: int = 5) -> tuple[list[str], list[str]]:
    """Write `count` pages in each language whose sentences follow the site's own words, two by two.

    Return 200 times four neighbouring words of one section, and 200 times four words scattered over one.
    """
    chance = random.Random(seed)
    phrases: list[str] = []
    scattered: list[str] = []
    for language in ("vi", "en"):
        words = [word for body in _bodies(root, language) for word in _WORD.findall(body)]
        following: dict[str, list[str]] = {}
        for one, other in itertools.pairwise(words):
            following.setdefault(one, []).append(other)
        folder = root / "docs" / language / "thu"
        folder.mkdir()
        for number in range(count):
            front = f"---\ntitle: Trang thử {number}\n{bench.FRONT}own_figures: ['{number}']\n---\n\n# Trang thử\n"
            parts = [front]
            said: list[str] = []
            for section in range(4):
                word = chance.choice(words)
                said = [word := chance.choice(following.get(word) or words) for _ in range(90)]
                parts.append(f"## {' '.join(said[:5])} {{#phan-{section}}}\n\n{' '.join(said[5:])}.\n")
            (folder / f"trang-{number}.md").write_text("\n".join(parts), "utf-8")
            if language == "vi" and number % max(count // 200, 1) == 0:
                at = chance.randrange(10, 80)
                phrases.append(" ".join(said[at : at + 4]).lower())
                scattered.append(" ".join(chance.sample(sorted(set(said[5:])), 4)).lower())
    return phrases[:200], scattered[:200]


_WORD = re.compile(r"[^\W\d_]+")


class Truth:
    """Which pages have words as neighbours, or all in one section: what a query of invented words is to find."""

    def __init__(self, root: Path) -> None:
        self.sections: list[tuple[str, str, frozenset[str], frozenset[str]]] = []
        base = root / "docs/vi"
        for path in sorted(base.rglob("*.md")):
            address = page_url(path.relative_to(base).as_posix())
            for section in re.split(r"^#+ ", path.read_text("utf-8"), flags=re.MULTILINE):
                words = [word.lower() for word in _WORD.findall(section)]
                bare = frozenset(map(typed.bare, words))
                self.sections.append((address, f" {' '.join(words)} ", frozenset(words), bare))

    def neighbours(self, phrase: str) -> list[str]:
        """Return the pages that have the words of a phrase in a row."""
        return [address for address, text, _, _ in self.sections if f" {phrase} " in text]

    def together(self, words: str, *, marked: bool = True) -> list[str]:
        """Return the pages that have all words in one section."""
        wanted = set(words.split()) if marked else {typed.bare(word) for word in words.split()}
        return [address for address, _, exact, bare in self.sections if wanted <= (exact if marked else bare)]


def _bodies(root: Path, language: str) -> Iterable[str]:
    for path in sorted((root / "docs" / language).rglob("*.md")):
        yield re.sub(r"\A---.*?\n---\n|\]\([^)]*\)|\{[^}]*\}|<[^>]*>", " ", path.read_text("utf-8"), flags=re.DOTALL)


def right(found: str, answers: list[str]) -> bool:
    """Return whether a hit is an answer, or stands below one."""
    return any(answer in (found, found.partition("#")[0]) for answer in answers)


def judged(ask: Ask, queries: Asked) -> tuple[float, float]:
    """Return recall among five and the share of right first hits, in per cent."""
    hits = [[right(found, answers) for found in ask(words) if found] for words, answers in queries]
    return (
        100 * sum(any(hit[:5]) for hit in hits) / len(hits),
        100 * sum(bool(hit and hit[0]) for hit in hits) / len(hits),
    )


_TOOLS = {"ours": OURS, "material": _MATERIAL, "pagefind": _PAGEFIND_ASK}


def measure(name: str, site: Path, plain: Path, queries: Mapping[str, Asked]) -> None:
    """Print a table for one size of site: each search, each form."""
    print(f"\n{name}\n{'':10}" + "".join(f"{form:>12}" for form in queries) + "   first result      memory      gzip")
    with sync_playwright() as playwright:
        started = browser.launch(playwright)
        for tool, script in _TOOLS.items():
            folder = site if tool == "ours" else plain
            with serve(folder) as address:
                page = started.new_page()
                give_modules(page)
                page.goto(f"{address}/gioi-thieu/")  # Pagefind asks the index of the language of the page
                answers: list[Response] = []
                page.on("response", partial(_keep, answers))
                milliseconds = page.evaluate(script, files_of(tool, folder))
                loaded = sum(len(gzip.compress(answer.body(), 9)) for answer in answers)
                cells = [judged(partial(ask, page), asked) for asked in queries.values()]
                heap = page.evaluate("performance.memory.usedJSHeapSize") / 2**20
                shares = "".join(f"{recall:6.1f}/{first:5.1f}" for recall, first in cells)
                print(f"{tool:10}{shares} {milliseconds:11.0f} ms {heap:8.1f} MB {loaded / 1000:6.1f} KB", flush=True)
                page.close()
        started.close()


def _keep(answers: list[Response], answer: Response) -> None:
    answers.append(answer)


def ask(page: Page, query: str) -> list[str]:
    return list(page.evaluate("query => window.ask(query)", query))


def files_of(tool: str, folder: Path) -> list[str]:
    wanted = {"ours": ("index.vi.first.*.js", "index.vi.later.*.js"), "material": ("javascripts/workers/search.*.js",)}
    found = [next((folder / "assets").glob(pattern)) for pattern in wanted.get(tool, ())]
    return [f"/{path.relative_to(folder).as_posix()}" for path in found]


def give_modules(page: Page) -> None:
    scripts = projects.ROOT / "overrides/scripts"

    def give(route: Any) -> None:
        name = route.request.url.rpartition("/")[2]
        route.fulfill(body=(scripts / name).read_text("utf-8"), content_type="text/javascript")

    page.route("**/modules/*.js", give)


def asked() -> dict[str, Asked]:
    """Return form → queries with their answers, from the committed set."""
    committed = tomllib.loads(_QUERIES.read_text("utf-8"))
    queries = {
        form: [(typed.as_typed(one["words"], form), one["answers"]) for one in committed["query"]]
        for form in typed.FORMS
    }
    queries["short"] = [(one["words"], one["answers"]) for one in committed["abbreviation"]]
    return queries


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
        measure("the real site (recall among five / first hit right, %)", site, plain, asked())
        if chosen.pages:
            phrases, scattered = invent(root, chosen.pages)
            shutil.rmtree(site)
            shutil.rmtree(plain)
            build(site, root=root, strict=False)
            plain_site(root, plain)
            truth = Truth(root)
            fresh = {
                form: [(typed.as_typed(words, form), truth.neighbours(words)) for words in phrases]
                for form in typed.FORMS
            }
            fresh["scattered"] = [(words, truth.together(words)) for words in scattered]
            fresh["unmarked"] = [(typed.bare(words), truth.together(words, marked=False)) for words in scattered]
            measure(f"{chosen.pages} more pages a language, four words of one section", site, plain, fresh)
    return 0


if __name__ == "__main__":
    sys.exit(main())
