"""The built site, served locally as a plain web server does."""

import functools
import http.server
import shutil
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *given: object, stalls_at: bytes, headers: Mapping[str, str], **named: object) -> None:
        self.stalls_at = stalls_at
        self.added = headers
        super().__init__(*given, **named)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        """Send the headers of every answer with it."""
        for name, value in self.added.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        """Send a file, and wait half a second where the network is to stall; a browser may leave at any time."""
        try:
            before, stall, after = source.read().partition(self.stalls_at) if self.stalls_at else (b"", b"", b"")
            outputfile.write(before)
            if stall:
                time.sleep(0.5)
                outputfile.write(stall + after)
            shutil.copyfileobj(source, outputfile)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


@contextmanager
def serve(site: Path, stalls_at: bytes = b"", headers: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """Serve a folder, stalling before these bytes of a file; give the address without a slash at its end."""
    handler = functools.partial(_Quiet, directory=str(site), stalls_at=stalls_at, headers=headers)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
