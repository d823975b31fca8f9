"""What MkDocs loads: the events of `hooks.framework.events`, under the names MkDocs looks for.

MkDocs puts this folder on the path while it loads the file; the package needs the one above it instead, so that no
module of the package hides a library of the same name.
"""

import importlib
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_path = sys.path[:]
sys.path[:] = [str(_HERE.parent), *(entry for entry in _path if entry and Path(entry).resolve() != _HERE)]
try:
    _events = importlib.import_module("hooks.framework.events")
finally:
    sys.path[:] = _path

on_startup = _events.on_startup
on_config = _events.on_config
on_files = _events.on_files
on_page_read_source = _events.on_page_read_source
on_page_markdown = _events.on_page_markdown
on_page_content = _events.on_page_content
on_page_context = _events.on_page_context
on_post_page = _events.on_post_page
on_env = _events.on_env
on_post_build = _events.on_post_build
on_build_error = _events.on_build_error
