"""The files that web servers and hosts read say one policy, and only the site's own addresses."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from hooks.hosting import policy, servers
from hooks.settings import SettingsError, from_mapping

from ..helpers import small_project
from ..helpers.command_line import run

_CONTAINER = Path(__file__).resolve().parents[2] / "deploy" / "Containerfile"
_ALL = servers.IN_SITE | servers.BESIDE


def written(**values: object) -> dict[str, str]:
    hosted = servers.Hosted(**{"site_url": "https://a.vn/so-tay/", **values})  # type: ignore[arg-type]
    return {name: servers.written({name: name}, hosted)[name] for name in _ALL}


def test_the_policy_allows_nothing_by_default_and_nothing_unsafe() -> None:
    said = policy.headers()["Content-Security-Policy"]
    assert said.startswith("default-src 'none'; ")
    assert "unsafe" not in said
    assert "*" not in said
    assert "frame-ancestors 'none'" in said
    assert "frame-ancestors" not in policy.page_policy()  # browsers do not take it from a page


def test_every_server_sends_every_header_with_the_same_value() -> None:
    for name in ("nginx", "caddy", "htaccess", "headers"):
        text = written(framed_by=["https://cong.vn"])[name]
        for header, value in policy.headers(["https://cong.vn"]).items():
            assert re.search(rf'{header}:? "?{re.escape(value)}', text), (name, header)


def test_the_portal_that_may_frame_the_site_is_named_and_the_older_header_is_left_out() -> None:
    for name in ("nginx", "caddy", "htaccess", "headers"):
        assert "frame-ancestors 'self' https://cong.vn" in written(framed_by=["https://cong.vn"])[name]
        assert "X-Frame-Options" not in written(framed_by=["https://cong.vn"])[name]
        assert "X-Frame-Options" in written()[name]


@pytest.mark.parametrize(
    "wrong", [["*"], ["https://a.vn/x"], ["a.vn"], ["https://a.vn; script-src *"], ['https://a.vn"'], "https://a b", 7]
)
def test_what_could_change_the_policy_is_no_portal(wrong: object) -> None:
    with pytest.raises(SettingsError, match="framed_by"):
        from_mapping("https://a.vn/", {"framed_by": wrong})


def test_the_variable_names_several_portals_with_spaces_between() -> None:
    found = from_mapping("https://a.vn/", {"framed_by": "https://a.vn https://*.b.vn:8443"})
    assert found.framed_by == ("https://a.vn", "https://*.b.vn:8443")
    assert from_mapping("https://a.vn/", {"framed_by": ""}).framed_by == ()


def test_all_paths_lie_below_the_site() -> None:
    for name, text in written(moved={"cu/": "moi/"}).items():
        for found in re.findall(r"\S*(?:404\.html|/assets/|/cu/|/moi/)", text):
            assert "/so-tay/" in found, (name, found)


def test_a_path_of_a_settings_file_cannot_end_a_line_of_a_server() -> None:
    text = servers.written({"nginx": "a"}, servers.Hosted("https://a.vn/x;}{y/"))["a"]
    assert "x;}" not in text
    assert "/x%3B%7D%7By/" in text


def test_the_command_writes_what_servers_are_given(tmp_path: Path) -> None:
    root = small_project.write(tmp_path / "project")
    done = run(root, "hosting")
    assert done.returncode == 0
    assert {path.name for path in (root / "deploy" / "made").iterdir()} == {"nginx.conf", "Caddyfile"}


@pytest.mark.skipif(sys.platform != "linux", reason="these are commands of Debian")
@pytest.mark.parametrize("path", ["/", "/so-tay/", "/a/b/"])
def test_the_container_puts_the_site_where_its_server_looks_for_it_and_may_read_it(tmp_path: Path, path: str) -> None:
    conf, site = tmp_path / "etc" / "nginx" / "conf.d" / "so-tay.conf", tmp_path / "srv" / "site"
    for folder in (conf.parent, site):
        folder.mkdir(parents=True)
    conf.write_text(servers.written({"nginx": "conf"}, servers.Hosted(f"https://a.vn{path}"))["conf"], "utf-8")
    (site / "index.html").write_text("trang", "utf-8")
    for made_by_a_strict_umask in (conf, site / "index.html"):
        made_by_a_strict_umask.chmod(0o600)
    commands = _CONTAINER.read_text("utf-8").split("\nRUN ")
    placing = next(one for one in commands if one.startswith("sed"))
    here = re.sub(r"(?<![\w.])/(?=srv/|etc/)", f"{tmp_path}/", placing)
    subprocess.run(["sh", "-ec", here], check=True, env={"PATH": "/usr/bin:/bin"})
    assert (tmp_path / "srv" / "www" / path.strip("/") / "index.html").read_text("utf-8") == "trang"
    assert "listen 8080 default_server;" in conf.read_text("utf-8")
    assert all(one.stat().st_mode & 0o044 == 0o044 for one in (conf, site / "index.html"))
