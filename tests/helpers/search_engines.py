"""The searches that are measured side by side: ours, Material's own and Pagefind."""

import gzip
import json
import statistics
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response, expect

from hooks.screen.interface import for_scripts

from . import projects
from .mkdocs_build import build

_PAGEFIND = projects.ROOT / "tests/audit/node_modules/.bin/pagefind"
_SCRIPTS = projects.ROOT / "overrides/scripts"

OURS = """async () => {
  const { loaded, indexOf } = await import("/modules/search/index.js");
  const { answer } = await import("/modules/search/answer.js");
  const { first, later } = document.querySelector("[data-search]").dataset;
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
}"""
_DIALOG = """async () => {
  const drawn = (done) => new Promise((resolve, reject) => {
    const end = performance.now() + 60_000;
    const look = () => {
      if (done()) resolve();
      else if (performance.now() > end) reject(new Error("nothing is shown"));
      else requestAnimationFrame(look);
    };
    look();
  });
  document.querySelector("[data-search]").click();
  await drawn(() => document.querySelector(".lc-search[open]"));
  const list = document.querySelector(".lc-search__list");
  const field = document.querySelector(".lc-search__field");
  window.hit = async (query) => {
    field.value = query;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const whole = (one) => one.textContent.toLowerCase().includes(query);
    await drawn(() => [...list.querySelectorAll("[role=option]")].some(whole));
  };
  window.ask = async (query) => {
    field.value = query;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
}"""
_MATERIAL = """async () => {
  const index = await (await fetch("/search/search_index.json")).json();
  const { search } = JSON.parse(document.getElementById("__config").textContent);
  const worker = new Worker(new URL(search, location));
  const wait = (type) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => data.type === type && resolve(data.data);
  });
  const ready = wait(1);
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await ready;
  const worded = (query) => query.split(/"([^"]+)"/g)
    .map((terms, at) => at & 1 ? terms.replace(/^\\b|^(?![^\\x00-\\x7F]|$)|\\s+/g, " +") : terms).join("")
    .replace(/"|(?:^|\\s+)[*+\\-:^~]+(?=\\s+|$)/g, "").trim();
  window.hit = window.ask = async (query) => {
    const found = wait(3);
    worker.postMessage({ type: 2, data: worded(query) });
    return (await found).items.flat().slice(0, 5).map(({ location }) => location);
  };
}"""
_PAGEFIND_ASK = """async () => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  window.hit = window.ask = async (query) => {
    const { results } = await pagefind.search(query);
    const found = await Promise.all(results.slice(0, 5).map((result) => result.data()));
    return found.map(({ url, sub_results }) => (sub_results[0]?.url ?? url).replace(/^\\//, ""));
  };
}"""
_KEYSTROKES = """async (queries) => {
  const typed = queries.flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1)));
  const best = typed.map(() => Infinity);
  for (let round = 0; round < 3; round += 1) {
    for (const [at, words] of typed.entries()) {
      const started = performance.now();
      await window.ask(words);
      best[at] = Math.min(best[at], performance.now() - started);
    }
  }
  return best;
}"""


@dataclass(frozen=True)
class Search:
    """A search, and the scripts that open it on a page and give it `ask` and `hit`."""

    name: str
    quality: str
    """Asks for the addresses of the first five hits, best first."""
    speed: str
    """The search as readers use it."""
    own: bool = False
    """Whether it belongs to our site, not to the plain one."""


SEARCHES = (
    Search("ours", OURS, _DIALOG, own=True),
    Search("material", _MATERIAL, _MATERIAL),
    Search("pagefind", _PAGEFIND_ASK, _PAGEFIND_ASK),
)


@dataclass(frozen=True)
class Speed:
    """What a search costs."""

    first_result: float
    """Milliseconds."""
    gzip: int
    """Bytes of all files it loads."""
    memory: float
    """Bytes of the heap."""
    keystroke: float
    """Milliseconds of which 95 in 100 keystrokes stay below."""


def opened(started: Browser, address: str, script: str, *, language: str = "vi") -> Page:
    """Open a search on a page of the site; Pagefind asks the index of the language of the page."""
    page = started.new_page()
    give_modules(page, language)
    page.goto(f"{address}/{'' if language == 'vi' else f'{language}/'}gioi-thieu/")
    page.evaluate(script)
    return page


def quickly(started: Browser, address: str, script: str, first: str, queries: Sequence[str]) -> Speed:
    """Measure one search on a fresh page: the first query with all it loads, then queries letter by letter."""
    page = started.new_page()
    page.goto(f"{address}/gioi-thieu/", wait_until="networkidle")
    answers: list[Response] = []
    page.on("response", partial(_keep, answers))
    timed = f"""async (first) => {{
      const started = performance.now();
      await ({script})();
      await window.hit(first);
      return performance.now() - started;
    }}"""
    milliseconds = page.evaluate(timed, first)
    loaded = sum(len(gzip.compress(answer.body(), 9)) for answer in answers)
    times = page.evaluate(_KEYSTROKES, list(queries))
    memory = page.evaluate("() => { gc(); gc(); return performance.memory.usedJSHeapSize; }")
    page.close()
    return Speed(milliseconds, loaded, memory, statistics.quantiles(times, n=20)[-1])


def _keep(answers: list[Response], answer: Response) -> None:
    answers.append(answer)


def typing(page: Page, url: str) -> Page:
    """Open the dialog of the search on a page, as a reader with a keyboard does."""
    page.goto(url)
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    return page


def give_modules(page: Page, language: str = "vi") -> None:
    """Let a page import the modules one by one below /modules/."""
    words = f"export const words = {json.dumps(for_scripts(language))};"

    def give(route: Any) -> None:
        name = route.request.url.partition("/modules/")[2]
        text = words if name == "words.js" else (_SCRIPTS / name).read_text("utf-8")
        route.fulfill(body=text, content_type="text/javascript")

    page.route("**/modules/**/*.js", give)


def plain_site(root: Path, to: Path) -> None:
    """Build the pages of a project with Material's own templates and search, and index them with Pagefind."""
    settings = (root / "mkdocs.yml").read_text("utf-8")
    plain = settings.replace("hooks:\n  - hooks/entry.py\n", "").replace("custom_dir: overrides/theme", "font: false")
    plain = plain.replace("plugins:\n", "plugins:\n  - search:\n      lang: [vi, en]\n")
    (root / "mkdocs.yml").write_text(plain, "utf-8")
    done = build(to, root=root, strict=False)
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    subprocess.run([str(_PAGEFIND), "--site", str(to)], check=True, capture_output=True)
