"""What MkDocs loads, once a process: it passes each event to the adapter, imported anew when a build starts.

So that in `mkdocs serve` a saved change to the program is picked up, and one that does not even import is shown as a
page.
"""

import importlib
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs import plugins, utils
from mkdocs.config.defaults import MkDocsConfig

os.environ["NO_MKDOCS_2_WARNING"] = "1"
_ROOT = str(Path(__file__).resolve().parent.parent)
_clean_directory = utils.clean_directory
_adapter: Any = None
_serving = False


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this process serves: a served site is not published, and findings do not stop it."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Import the program anew for a new build, and start it."""
    global _adapter
    if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
        _adapter = _import()
    _adapter.on_config(config)


def _import() -> Any:
    """Import the package anew; the project root is on the path for these imports only."""
    for name in [name for name in sys.modules if name == "hooks" or name.startswith("hooks.")]:
        del sys.modules[name]
    importlib.invalidate_caches()
    sys.path.insert(0, _ROOT)
    sys.dont_write_bytecode = sys.dont_write_bytecode or _serving  # two saves in a second would look the same
    try:
        adapter: Any = importlib.import_module("hooks.framework.events")
        adapter.serving, adapter.clean_directory = _serving, _clean_directory
        return adapter
    except Exception as error:
        if not _serving or _adapter is None:
            raise
        _adapter.broken = error
        return _adapter
    finally:
        sys.path.remove(_ROOT)


def _read_everything(files: Any, /, **known: Any) -> Any:
    return _adapter.read_everything(files, **known)


@plugins.event_priority(-200)
def _arrange_files(files: Any, /, **known: Any) -> Any:
    return _adapter.arrange_files(files, **known)


on_files = plugins.CombinedEvent(_read_everything, _arrange_files)


def on_page_markdown(markdown: str, **known: Any) -> Any:
    """Pass on."""
    return _adapter.on_page_markdown(markdown, **known)


def on_page_content(html: str, **known: Any) -> Any:
    """Pass on."""
    return _adapter.on_page_content(html, **known)


def on_page_context(context: Any, **known: Any) -> None:
    """Pass on."""
    _adapter.on_page_context(context, **known)


def on_env(env: Any, **known: Any) -> Any:
    """Pass on."""
    return _adapter.on_env(env, **known)


def on_post_page(output: str, **known: Any) -> Any:
    """Pass on."""
    return _adapter.on_post_page(output, **known)


@plugins.event_priority(-200)
def on_post_build(**known: Any) -> None:
    """Pass on."""
    _adapter.on_post_build(**known)


def on_build_error(**known: Any) -> None:
    """Pass on, once a build has begun."""
    if _adapter is not None:
        _adapter.on_build_error(**known)
