"""The events of MkDocs: each is a few lines over one `Build`.

Those of the second language come before the last of the first: see `static_i18n`.
"""

import errno
import logging
import sys
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from mkdocs import plugins, utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from .. import settings
from ..findings import system_errors
from ..findings.wording import say_both
from ..publishing.site import PublishError
from ..screen import interface, templates
from ..unchanged import Unchanged
from . import static_i18n
from .build import Build
from .program_watch import Program

ROOT = Path(__file__).resolve().parents[2]
log = logging.getLogger("mkdocs.hooks.handbook")
_UNRECORDED = "1980-01-01"
"""Stands for no day where MkDocs wants one: it dates the compressed sitemap by the last of the pages' days."""
_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO)
"""What is wrong with the disk, and not with the program."""
_program = Program(ROOT / "hooks")
_serving = False
_unchanged: Unchanged | None = None
"""What the preview keeps between its builds."""
_folders: list[str] = []
_published = ""
_build: Any = None


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this process serves: a served site is not published, and findings do not stop it."""
    global _serving, _unchanged
    _serving = command == "serve"
    _unchanged = Unchanged() if _serving else None


def on_config(config: MkDocsConfig) -> None:
    """Start a build: the site in a folder beside the last good one, citations in Markdown."""
    global _build, _folders
    config.theme.static_templates.discard("404.html")  # each language has its own: `Frames.standing_in`
    if static_i18n.is_nested(config):
        return
    if _program.changed():
        log.warning(say_both("program-changed"))
    _build = _begin(config)
    _build.warnings = utils.CountHandler()
    _build.warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(_build.warnings)
    _folders = list(config.theme.dirs)
    config.use_directory_urls = _build.urls.folders
    config.extra["carried"] = _build.urls.carried
    if config.theme.custom_dir:
        config.theme.dirs = [config.theme.custom_dir]  # of Material's 14,000 files none is published
    if not _serving:
        config.site_dir = _workplace(config.site_dir)
    config.markdown_extensions.append(_build.extension)
    config.mdx_configs.setdefault("toc", {})["slugify"] = _build.slugify


def _workplace(published: str) -> str:
    """Remember where the site is published; return where it is built."""
    global _published
    _published = published
    try:
        return str(_build.workplace(Path(published)))
    except PublishError as error:
        raise Abort(str(error)) from None


def _begin(config: MkDocsConfig) -> Build:
    try:
        return Build(
            ROOT,
            config.site_url,
            dict(config.extra.get("handbook") or {}),
            serving=_serving,
            unchanged=_unchanged,
            directory_urls=config.use_directory_urls,
            site_names=static_i18n.site_names(config),
        )
    except settings.SettingsError as error:
        raise Abort(str(error)) from None


def _read_everything(files: Files, *, config: MkDocsConfig) -> None:
    """Read and judge the raw files of both languages, once, before static-i18n divides them."""
    if not static_i18n.is_nested(config):
        _build.read()
        config.extra["publisher"] = _build.publisher
        config.extra["page_policy"] = _build.page_policy
    for file in list(files):
        if _build.unread(file.src_uri):
            files.remove(file)


@plugins.event_priority(-200)
def _arrange_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out pages that lack their translation and are not marked so; give the menu and the style their place."""
    language = static_i18n.language(config)
    for file in list(files.documentation_pages()):
        if not _build.keeps(static_i18n.key(file), language):
            files.remove(file)
    config.nav = _build.frames.navigation(language)
    for file in list(files):
        if file.src_uri.startswith("assets/") and _build.generated:
            files.remove(file)  # the theme's own scripts and styles, which no page asks for
    for path, content in _build.generated.items():
        if not static_i18n.is_nested(config):
            files.append(File.generated(config, path, content=content))
    config.mdx_configs["toc"]["permalink_title"] = interface.say(language, "permalink")
    return files


on_files = plugins.CombinedEvent(_read_everything, _arrange_files)


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str:
    """Give no text to look for front matter in: what was judged comes with `on_page_markdown`, as it was read then."""
    return ""


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add what the build writes into the page, and tell the Markdown extension whose citations it will see."""
    key, language = static_i18n.key(page.file), static_i18n.language(config)
    page.update_date = _build.frames.recorded(language, key) or _UNRECORDED
    page.canonical_url = _build.published_url(key, language)
    page.meta = dict(_build.front(key, language))
    text = str(_build.pages.markdown(key, language))
    if not text:
        page.render = partial(_leave_unrendered, page)  # type: ignore[method-assign]
    return text


def _leave_unrendered(page: Page, *_: object) -> None:
    """Stand in for MkDocs' rendering of a page that the preview has kept: a converter for nothing is half its cost."""
    page.content = ""


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add the words of everything the page cites; a page that the preview has kept comes back as it was."""
    found = page.toc, page.present_anchor_ids
    html, found = _build.pages.content(static_i18n.key(page.file), static_i18n.language(config), html, found)
    page.toc, page.present_anchor_ids = found
    return str(html)


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> None:
    """Give the templates what the frame around the page shows; of a page that is as it was in the preview, its HTML."""
    context["frame"] = _build.frames.around(static_i18n.language(config), static_i18n.key(page.file))
    if _build.finished:
        context["finished"] = _build.finished.html(page, context["frame"], _build.publisher)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> None:
    """Keep the page for the next build of the preview."""
    if _build.finished:
        _build.finished.keep(page, output)


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Give templates the icons of Material beside our own folder, and pages of no file their frame."""
    env.loader = jinja2.FileSystemLoader(_folders)
    env.trim_blocks = env.lstrip_blocks = True  # lines that hold a tag alone weigh a hundred bytes a page
    env.bytecode_cache = templates.compiled()
    env.auto_reload = False  # no template changes while a build goes on, and none outlives it
    language, frames = static_i18n.language(config), _build.frames
    env.globals["frame"] = frames.around(language)
    env.globals["recorded"] = lambda file: frames.recorded(file.locale, static_i18n.key(file))
    moved = ((file, "moved.html", data) for file, data in frames.moved(language))
    for file, template, data in (*moved, *frames.standing_in(language)):
        html = env.get_template(template).render(config=config, **data)
        utils.write_file(html.encode(), str(Path(config.site_dir) / file))


@plugins.event_priority(-200)
def on_post_build(*, config: MkDocsConfig) -> None:
    """After the last language: list all findings; publish the site, or leave the last good one where it is."""
    if static_i18n.is_nested(config):
        return
    _report()
    if _serving:
        return
    if _build.failure():
        raise Abort(_build.failure())
    if config.strict and _build.warnings.get_counts():
        return
    if lacking := _build.print(log.info):
        raise Abort(lacking)
    _build.complete()
    if failed := _build.publish(log.info):
        raise Abort(failed)
    config.site_dir = _published  # `mkdocs gh-deploy` takes it from there


def on_build_error(*, error: Exception) -> None:
    """Undo what static-i18n leaves behind when a nested build fails, and what this build had begun.

    In the preview an error of the program ends it in a line: MkDocs would go on with a browser that waits for ever.
    """
    static_i18n.restore()
    if _build is None:
        return
    _report()
    _build.discard()
    if isinstance(error, OSError) and error.errno in _DISK:
        raise Abort(f"{system_errors.sentence(error, _published)}; {say_both('publish-untouched')}")
    if _serving and not isinstance(error, Abort | BuildError):
        log.debug("", exc_info=error)
        log.error(_program.failure(error))
        sys.exit(1)


def _report() -> None:
    """List all findings, once a build: at its end, or when it fails for another reason."""
    logging.getLogger("mkdocs").removeHandler(_build.warnings)
    for important, line in _build.report():
        log.log(logging.ERROR if important else logging.INFO, line)
