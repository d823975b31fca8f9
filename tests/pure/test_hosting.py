"""The files that web servers and hosts read say one policy, and only the site's own addresses."""

import re
from pathlib import Path

import pytest

from hooks.hosting import policy, servers
from hooks.settings import SettingsError, from_mapping

from ..helpers import small_project
from ..helpers.command_line import run

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
