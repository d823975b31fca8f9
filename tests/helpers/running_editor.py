"""The editor of a small project, answering on this machine, its preview not started unless a test starts it."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hooks.editor.preview import Preview
from hooks.editor.server import EditorServer


@contextmanager
def editing(root: Path) -> Iterator[EditorServer]:
    """Serve the editor of the project at `root`, without a preview."""
    server = EditorServer(root, 0, Preview(root))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        server.api.preview.stop()


def ask(
    server: EditorServer, path: str, body: object = None, method: str = "POST", **headers: str
) -> tuple[int, dict[str, Any], str]:
    """Ask the server as its page does, or with other headers; return status, answer, and all headers as text."""
    sent = json.dumps(body if body is not None else {}).encode() if not isinstance(body, bytes) else body
    given = {"X-Handbook-Token": server.token, "Content-Type": "application/json"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.request(method, path, sent if method == "POST" else None, given)
    answer = connection.getresponse()
    read = answer.read().decode()
    connection.close()
    return answer.status, json.loads(read) if read.startswith("{") else {"text": read}, str(answer.headers)
