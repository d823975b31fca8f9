"""The editor's web server: this machine alone, one token a run, JSON in and out, no path that comes from outside.

What keeps others out: it listens on 127.0.0.1; each question needs the token that only the address printed by
`make edit` has, in a header that a page of another site cannot send; and the `Host` has to be this machine's, so that
no name that somebody lets point here is served.
"""

import hmac
import json
import secrets
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from ..findings import system_errors
from ..settings import SettingsError
from .api import Api
from .preview import Preview
from .workspace import EditError

_STATIC = Path(__file__).resolve().parents[2] / "overrides" / "editor"
_KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_FILES = {
    "/": ("editor.html", "text/html; charset=utf-8"),
    **{f"/{file.name}": (file.name, _KINDS[file.suffix]) for file in _STATIC.iterdir() if file.suffix in _KINDS},
}
"""Path in the address → file and its type: the page, its styles and scripts, and nothing else."""
_MOST = 16_000_000
"""Bytes of a question: a Word file with pictures."""
_TOKEN = "X-Handbook-Token"  # noqa: S105 - the name of a header


class EditorServer(ThreadingHTTPServer):
    """Serves the editor of one project on a port of this machine."""

    daemon_threads = True

    def __init__(self, root: Path, port: int, preview: Preview) -> None:
        """Listen; nobody is answered before `serve_forever`."""
        super().__init__(("127.0.0.1", port), _Handler)
        self.api = Api(root, preview)
        self.token = secrets.token_urlsafe(24)
        self.hosts = {f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")}

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a page was closed before its answer came: its reader has gone."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def url(self) -> str:
        """Where it is opened; the token stands where no server and no log sees it."""
        return f"http://127.0.0.1:{self.server_port}/#{self.token}"


class _Handler(BaseHTTPRequestHandler):
    server: EditorServer
    protocol_version = "HTTP/1.1"
    server_version = "handbook"
    sys_version = ""
    timeout: ClassVar[float] = 60

    def do_GET(self) -> None:
        if self.headers.get("Host") not in self.server.hosts:
            self._json(HTTPStatus.FORBIDDEN, {"error": "forbidden"})
        elif self.path in _FILES:
            name, kind = _FILES[self.path]
            self._send(HTTPStatus.OK, (_STATIC / name).read_bytes(), kind)
        else:
            self._json(HTTPStatus.NOT_FOUND, {"error": "not-found"})

    def do_POST(self) -> None:
        refused = self._refused()
        if refused:
            self.close_connection = True  # what was sent is not read
            self._json(refused, {"error": "forbidden"})
            return
        name = self.path.removeprefix("/api/")
        try:
            asked: Any = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            call = self.server.api.calls.get(name)
            if call is None or not isinstance(asked, dict):
                self._json(HTTPStatus.NOT_FOUND, {"error": "not-found"})
                return
            self._json(HTTPStatus.OK, call(asked))
        except EditError as error:
            self._json(HTTPStatus.CONFLICT, {"error": error.name, "said": error.said})
        except (ValueError, UnicodeDecodeError):
            self._json(HTTPStatus.BAD_REQUEST, {"error": "not-found"})
        except ConnectionError:
            raise  # whoever asked has gone
        except SettingsError as error:
            self._json(HTTPStatus.CONFLICT, {"error": "refused", "said": str(error)})
        except OSError as error:
            self._json(HTTPStatus.CONFLICT, {"error": "refused", "said": system_errors.sentence(error)})
        except Exception as error:  # noqa: BLE001 - the editor goes on, and whoever runs it sees what failed
            print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
            self._json(HTTPStatus.INTERNAL_SERVER_ERROR, {"error": "program"})

    def _refused(self) -> HTTPStatus | None:
        """Return why a question is not even read, or nothing."""
        origin = self.headers.get("Origin")
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Host") not in self.server.hosts:
            return HTTPStatus.FORBIDDEN
        if origin is not None and origin.removeprefix("http://") not in self.server.hosts:
            return HTTPStatus.FORBIDDEN
        if not hmac.compare_digest(self.headers.get(_TOKEN, "").encode(), self.server.token.encode()):
            return HTTPStatus.FORBIDDEN
        if self.headers.get_content_type() != "application/json":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        if not length.isdecimal() or int(length) > _MOST:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return None

    def _json(self, status: HTTPStatus, answer: dict[str, Any]) -> None:
        self._send(status, json.dumps(answer, ensure_ascii=False).encode(), "application/json; charset=utf-8")

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        preview = self.server.api.preview.url
        policy = f"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src {preview};"
        for header, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Content-Security-Policy", f"{policy} img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-store"),
        ):
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name of the library
        """Say nothing of each question."""
