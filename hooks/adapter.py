"""The only module that knows MkDocs: each event is a few lines over the handbook.

MkDocs loads this file as a hook and never reloads it, so in `mkdocs serve` the package is imported anew at each
rebuild. static-i18n builds the second language inside its own `on_post_build`, on the same config object: `_nested`
tells.
"""

import importlib
import logging
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs import plugins, utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
log = logging.getLogger("mkdocs.hooks.handbook")
_clean_directory = utils.clean_directory
_serving = False
_build: Any = None


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this process serves: a served site is not published, and findings do not stop it."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Start a build: the package afresh, the site in a folder beside the last good one, citations in Markdown."""
    global _build
    if _nested(config):
        config.theme.static_templates.discard("404.html")  # the one of the first language serves both
        return
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    package = _package()
    try:
        _build = package.Build(ROOT, config.site_url, dict(config.extra.get("handbook") or {}))
    except package.settings.SettingsError as error:
        raise Abort(str(error)) from None
    _build.warnings = utils.CountHandler()
    _build.warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(_build.warnings)
    if not _serving:
        config.site_dir = str(_build.workplace(Path(config.site_dir)))
    config.markdown_extensions.append(_build.extension)
    config.mdx_configs.setdefault("toc", {})["slugify"] = _build.slugify


def _read_everything(files: Files, *, config: MkDocsConfig) -> None:
    """Read and judge the raw files of both languages, once, before static-i18n divides them."""
    if not _nested(config):
        _build.read()


@plugins.event_priority(-200)
def _arrange_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out pages that lack their translation and are not marked so; give the menu and the style its place."""
    language = _language(config)
    for file in list(files.documentation_pages()):
        if file.norm_src_uri not in _build.handbook.pages[language]:  # type: ignore[attr-defined]
            files.remove(file)
    config.nav = _build.navigation(language)
    for path, text in _build.assets.items():
        if not _nested(config):
            files.append(File.generated(config, path, content=text))
    config.extra_css = [path for path in _build.assets if path.endswith(".css")]
    return files


on_files = plugins.CombinedEvent(_read_everything, _arrange_files)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add what the build writes into the page, and tell the Markdown extension whose citations it will see."""
    language = _language(config)
    if _file(page).locale != language:
        original = _file(page).alternates.get("vi") or page.file
        page.canonical_url = (config.site_url or "") + original.url.removeprefix("./")
    text: str = _build.markdown(_file(page).norm_src_uri, language, markdown)
    return text


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add the words of everything the page cites."""
    text: str = _build.content(_file(page).norm_src_uri, _language(config), html)
    return text


@plugins.event_priority(-200)
def on_post_build(*, config: MkDocsConfig) -> None:
    """After the last language: list all findings; publish the site, or leave the last good one where it is."""
    if _nested(config):
        return
    logging.getLogger("mkdocs").removeHandler(_build.warnings)
    for line in _build.errors():
        log.error(line)
    for line in _build.notes():
        log.info(line)
    if _serving:
        return
    if _build.handbook.errors:
        raise Abort(_build.summary())
    if not (config.strict and _build.warnings.get_counts()):
        _build.publish()


def on_build_error(*, error: Exception) -> None:
    """Undo what static-i18n leaves behind when a nested build fails, and what this build had begun."""
    utils.clean_directory = _clean_directory
    if _build is not None:
        logging.getLogger("mkdocs").removeHandler(_build.warnings)
        _build.discard()


def _nested(config: MkDocsConfig) -> bool:
    """Whether static-i18n is building a further language inside the first one's build."""
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]


def _language(config: MkDocsConfig) -> str:
    return str(config.plugins["i18n"].current_language or "vi")  # type: ignore[attr-defined]


def _file(page: Page) -> Any:
    """Return the page's file with the attributes static-i18n gives it: locale, alternates, norm_src_uri."""
    return page.file


def _package() -> Any:
    """Import the package anew; the project root is on the path for these imports only."""
    for name in [name for name in sys.modules if name == "hooks" or name.startswith("hooks.")]:
        del sys.modules[name]
    sys.path.insert(0, str(ROOT))
    try:
        return importlib.import_module("hooks.build")
    finally:
        sys.path.remove(str(ROOT))
