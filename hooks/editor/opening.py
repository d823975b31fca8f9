"""`edit`: the editor with the preview beside it, until somebody ends it."""

import webbrowser
from pathlib import Path

from ..findings.wording import say_both
from .preview import Preview, free_port
from .server import EditorServer

_PORT = 8010


def run(root: Path, port: int, *, opening: bool) -> int:
    """Serve the editor and the preview of the project at `root`, and open the browser; return 0 once ended."""
    preview = Preview(root)
    server = EditorServer(root, free_port(port or _PORT), preview)
    preview.start()
    print(f"{say_both('edit-open')}: {server.url}\n{say_both('edit-end')}", flush=True)
    if opening:
        webbrowser.open(server.url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
        preview.stop()
        _finish(server)
    return 0


def _finish(server: EditorServer) -> None:
    """Wait until nothing is written any more: a publication that is cut off puts the locks of `docs/` back."""
    writing = server.api.workspace.lock
    if not writing.acquire(blocking=False):
        print(say_both("edit-finishing"), flush=True)
        writing.acquire()
    writing.release()
