"""nginx, Apache and Caddy on this machine, each with the files the build makes for it."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

SERVERS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}
"""Server → its program."""
_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_APACHE = Path("/usr/lib/apache2/modules")
_MODULES = "mpm_event unixd authz_core dir mime headers rewrite env setenvif".split()


def missing(server: str) -> str:
    """Return why a server cannot be tried here; nothing where it can."""
    found = shutil.which(SERVERS[server], path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    return "" if found else f"{server} is not installed: apt-get install {SERVERS[server]}"


def has_brotli(server: str) -> bool:
    """Return whether a server can send brotli copies here: to nginx a module of its own is needed for that."""
    return server != "nginx" or _BROTLI.exists()


@contextmanager
def running(server: str, root: Path, made: Mapping[str, str], folder: Path) -> Iterator[int]:
    """Serve the folder `root` by what was made for a server, whose own files go into `folder`; give the port."""
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    command = {"nginx": _nginx, "apache": _apache, "caddy": _caddy}[server](root, made, folder, port)
    environment = {**os.environ, "PATH": f"{os.environ.get('PATH', '')}:/usr/sbin", "HOME": str(folder)}
    with (folder / "said").open("wb") as said:
        started = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
    try:
        _wait(port, started, folder / "said")
        yield port
    finally:
        started.terminate()
        started.wait(20)


def ask(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    """Return the answer to one request, and its body as it was sent."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def _nginx(root: Path, made: Mapping[str, str], folder: Path, port: int) -> list[str]:
    text = made["nginx.conf"].replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/www;", f"{root};")
    if not _BROTLI.exists():
        text = text.replace("    brotli_static on;\n", "")
    paths = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    module = f"load_module {_BROTLI};\n" if _BROTLI.exists() else ""
    logs = f"error_log {folder}/error.log;\npid {folder}/pid;\n"
    whole = f"{user}{module}{logs}events {{}}\nhttp {{\naccess_log off;\n{paths}{text}}}\n"
    (folder / "nginx.conf").write_text(whole, "utf-8")
    return ["nginx", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]


def _apache(root: Path, made: Mapping[str, str], folder: Path, port: int) -> list[str]:
    modules = "".join(
        f"LoadModule {name}_module {_APACHE}/mod_{name}.so\n"
        for name in _MODULES
        if (_APACHE / f"mod_{name}.so").exists()
    )
    user = "User nobody\nGroup nogroup\n" if os.geteuid() == 0 else ""
    if os.geteuid() == 0:
        for one in (root, *root.parents):  # the server's own user has to come in
            if one.owner() == "root" and one != Path("/"):
                one.chmod(one.stat().st_mode | 0o055)
    (folder / "apache.conf").write_text(
        f"{modules}{user}ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
        f"ErrorLog {folder}/error.log\nDocumentRoot {root}\nTypesConfig /etc/mime.types\nDirectoryIndex index.html\n"
        f"Mutex file:{folder}\n"
        f"<Directory {root}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n"
        '<Files ".ht*">\nRequire all denied\n</Files>\n',
        "utf-8",
    )
    return ["apache2", "-f", str(folder / "apache.conf"), "-D", "FOREGROUND"]


def _caddy(root: Path, made: Mapping[str, str], folder: Path, port: int) -> list[str]:
    text = made["Caddyfile"].replace("root * /srv/www", f"root * {root}")
    host = next(line for line in text.splitlines() if line.endswith(" {") and line[0].isalnum())
    text = text.replace(host, f"http://127.0.0.1:{port} {{", 1)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}", "utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(port: int, started: subprocess.Popen[bytes], said: Path) -> None:
    for _ in range(200):
        if started.poll() is not None:
            raise AssertionError(said.read_text("utf-8", "replace"))
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"no answer on port {port}: {said.read_text('utf-8', 'replace')}")
