"""A site goes into the published folder file by file, and whatever stops that, readers find no broken link."""

import fcntl
import os
import signal
import subprocess
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hooks.publishing import folder, manifest
from hooks.publishing.site import PublishError, Site

from ..helpers.mounts import mounted
from ..helpers.small_sites import (
    FIRST,
    SECOND,
    THIRD,
    assert_published,
    build,
    page,
    publish,
    published,
    rollback,
    with_copies,
)


def test_links_to_folders_stay_and_what_they_lead_to_changes(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to("elsewhere")
    for site in (FIRST, SECOND):
        publish(tmp_path, site)
        assert (tmp_path / "site").is_symlink()
        assert_published(tmp_path, site)


def test_a_server_that_was_given_the_folder_sees_every_change(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    seen = tmp_path / "container"
    with mounted("--bind", str(tmp_path / "site"), at=seen / "site"):
        publish(tmp_path, SECOND)
        assert_published(seen, SECOND)
        rollback(tmp_path)
        assert_published(seen, FIRST)


def test_a_mount_point_is_published_into(tmp_path: Path) -> None:
    with mounted("-t", "tmpfs", "tmpfs", at=tmp_path / "site"):
        for site in (FIRST, SECOND):
            publish(tmp_path, site)
            assert_published(tmp_path, site)
        assert (tmp_path / "site").is_mount()


def test_equal_files_keep_their_inode_and_time(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = {path: (tmp_path / "site" / path).stat() for path in FIRST}
    publish(tmp_path, SECOND)
    for path in FIRST.keys() & SECOND.keys():
        after = (tmp_path / "site" / path).stat()
        same = (after.st_ino, after.st_mtime_ns) == (before[path].st_ino, before[path].st_mtime_ns)
        assert same == (FIRST[path] == SECOND[path]), path


def test_a_file_that_replaces_another_keeps_mode_and_owner(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    home = tmp_path / "site/index.html"
    home.chmod(0o640)
    if os.getuid() == 0:
        os.chown(home, 1234, 1235)
    before = home.stat()
    publish(tmp_path, SECOND)
    after = home.stat()
    assert after.st_ino != before.st_ino
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_withdrawn_pages_go_at_once_and_what_old_pages_need_only_after_its_time(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, THIRD)
    assert_published(tmp_path, THIRD)
    assert {"style.1.css", "kept.pdf"} <= set(published(tmp_path))
    assert not (tmp_path / "site/old").exists()
    publish(tmp_path, THIRD, timedelta(0))
    assert published(tmp_path) == THIRD


def test_files_of_others_are_named_once_and_never_touched(tmp_path: Path) -> None:
    (tmp_path / "site/old").mkdir(parents=True)
    (tmp_path / "site/CNAME").write_text("sotay", "utf-8")
    (tmp_path / "site/old/theirs.html").write_text("theirs", "utf-8")
    told = publish(tmp_path, FIRST)
    assert len(told) == 1
    assert "CNAME, old/theirs.html" in told[0]
    assert publish(tmp_path, THIRD) == []
    found = published(tmp_path)
    assert (found["CNAME"], found["old/theirs.html"]) == ("sotay", "theirs")
    assert "old/index.html" not in found


def test_a_file_of_others_under_a_name_the_site_takes_comes_back_with_a_rollback(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("Welcome to nginx!", "utf-8")
    publish(tmp_path, FIRST)
    assert_published(tmp_path, FIRST)
    rollback(tmp_path)
    assert published(tmp_path)["index.html"] == "Welcome to nginx!"


def test_a_file_of_others_where_a_folder_is_needed_stops_before_anything_changes(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "site/new").write_text("theirs", "utf-8")
    before = published(tmp_path)
    with pytest.raises(PublishError, match="site/new: "):
        publish(tmp_path, SECOND)
    assert published(tmp_path) == before


@pytest.mark.parametrize("names", [("a", "a/b.pdf"), ("a/b.pdf", "a")])
def test_a_file_of_the_site_gives_way_to_a_folder_and_a_folder_to_a_file(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    for name in names:
        publish(tmp_path, {"index.html": page(name), name: "x"})
        assert published(tmp_path) == {"index.html": page(name), name: "x"}


def test_a_rollback_brings_back_the_site_before_and_a_second_one_undoes_the_first(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    publish(tmp_path, SECOND)  # again, with nothing new: still FIRST is the one before
    for back in (FIRST, SECOND, FIRST):
        rollback(tmp_path)
        assert_published(tmp_path, back)
    publish(tmp_path, THIRD)
    rollback(tmp_path)
    assert_published(tmp_path, FIRST)


def test_a_clock_that_is_set_back_keeps_nothing_from_being_published_or_undone(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    state = Site(tmp_path, tmp_path / "site").state
    manifest.write(state, replace(manifest.read(state), published="29991231T000000.000000Z"))
    publish(tmp_path, SECOND)
    assert_published(tmp_path, SECOND)
    rollback(tmp_path)
    assert_published(tmp_path, FIRST)
    rollback(tmp_path)
    assert_published(tmp_path, SECOND)


def test_of_all_sites_before_one_is_kept(tmp_path: Path) -> None:
    for site in (FIRST, SECOND, THIRD, FIRST, SECOND):
        publish(tmp_path, site)
    (state,) = (tmp_path / ".cache/publishing").iterdir()
    assert len(list(state.iterdir())) == 2  # the manifest, and one site


def test_without_a_site_before_a_rollback_says_so_and_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    with pytest.raises(PublishError, match="no site before"):
        rollback(tmp_path)
    assert published(tmp_path) == FIRST


def test_a_full_disk_is_one_line_and_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    with mounted("-t", "tmpfs", "-o", "size=256k", "tmpfs", at=tmp_path / "site"):
        publish(tmp_path, FIRST)
        before = published(tmp_path)
        with pytest.raises(PublishError, match=r"\A[^\n]*the disk is full[^\n]*as it was\Z"):
            publish(tmp_path, {**SECOND, "kept.pdf": "x" * 400_000})
        assert published(tmp_path) == before
        publish(tmp_path, SECOND)
        assert_published(tmp_path, SECOND)


def test_a_folder_that_cannot_be_written_to_is_one_line_and_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    with mounted("-t", "tmpfs", "tmpfs", at=tmp_path / "site"):
        publish(tmp_path, FIRST)
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path / "site")], check=True)
        with pytest.raises(PublishError, match=r"\A[^\n]*this disk is read-only[^\n]*as it was\Z"):
            publish(tmp_path, SECOND)
        assert_published(tmp_path, FIRST)
        subprocess.run(["mount", "-o", "remount,rw", str(tmp_path / "site")], check=True)
        publish(tmp_path, SECOND)
        assert_published(tmp_path, SECOND)


def test_a_rollback_on_a_full_disk_is_one_line_and_works_once_there_is_room(tmp_path: Path) -> None:
    with mounted("-t", "tmpfs", "-o", "size=256k", "tmpfs", at=tmp_path / "site"):
        publish(tmp_path, FIRST)
        publish(tmp_path, SECOND)
        others = tmp_path / "site/others.bin"
        with suppress(OSError), others.open("wb", buffering=0) as file:
            while file.write(b"x" * 4096):
                pass
        with pytest.raises(PublishError, match=r"\A[^\n]*the disk is full[^\n]*as it was\Z"):
            rollback(tmp_path)
        others.unlink()
        assert_published(tmp_path, SECOND)
        rollback(tmp_path)
        assert_published(tmp_path, FIRST)


@pytest.mark.parametrize("there", ["site", "."], ids=["the-published-folder", "the-whole-project"])
def test_a_rollback_on_a_disk_that_is_read_only_is_one_line_and_leaves_the_site_as_it_was(
    tmp_path: Path, there: str
) -> None:
    root = tmp_path / "project"
    with mounted("-t", "tmpfs", "tmpfs", at=root / there):
        publish(root, FIRST)
        publish(root, SECOND)
        subprocess.run(["mount", "-o", "remount,ro", str(root / there)], check=True)
        with pytest.raises(PublishError, match=r"\A[^\n]*this disk is read-only[^\n]*as it was\Z"):
            rollback(root)
        assert_published(root, SECOND)
        subprocess.run(["mount", "-o", "remount,rw", str(root / there)], check=True)
        rollback(root)
        assert_published(root, FIRST)


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_of_another_user_is_one_line_and_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "site").chmod(0o555)
    with pytest.raises(PublishError, match=r"\A[^\n]*no permission to read or write here[^\n]*as it was\Z"):
        publish(tmp_path, SECOND)
    (tmp_path / "site").chmod(0o755)
    assert_published(tmp_path, FIRST)


def test_of_two_publications_at_once_the_second_waits_and_says_so(tmp_path: Path) -> None:
    sites = [build(tmp_path, site) for site in (FIRST, SECOND)]
    (tmp_path / "site").mkdir()
    held = os.open(tmp_path / "site", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    told: list[str] = []
    other = threading.Thread(target=sites[1].publish, args=(told.append,))
    other.start()
    while not told:
        other.join(0.01)
        assert other.is_alive()
    assert "waiting for another publication" in told[0]
    assert published(tmp_path) == {}
    os.close(held)
    other.join()
    assert published(tmp_path) == SECOND
    sites[0].publish(told.append)
    assert_published(tmp_path, FIRST)
    assert len(told) == 1


def test_a_build_that_was_killed_leaves_nothing_behind_and_one_that_runs_is_let_alone(tmp_path: Path) -> None:
    running = Site(tmp_path, tmp_path / "site")
    kept = running.begin()
    killed = os.fork()
    if not killed:
        build(tmp_path, FIRST)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(killed, 0)
    assert len(list(kept.parent.glob("building-*"))) == 2
    publish(tmp_path, SECOND)
    assert list(kept.parent.glob("building-*")) == [kept]
    running.discard()
    assert not kept.exists()


def test_a_compressed_copy_of_other_words_goes_with_the_words_whoever_made_it(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "site/index.html.gz").write_text("made by a script of the host", "utf-8")
    publish(tmp_path, SECOND)
    assert not (tmp_path / "site/index.html.gz").exists()


def test_a_site_without_compressed_copies_leaves_none_of_the_site_before(tmp_path: Path) -> None:
    publish(tmp_path, with_copies(FIRST))
    publish(tmp_path, SECOND)
    assert "index.html.br" not in published(tmp_path)
    rollback(tmp_path)
    assert_published(tmp_path, with_copies(FIRST))


def test_the_service_worker_comes_after_all_pages_it_names(tmp_path: Path) -> None:
    assert folder.rank("sw.js") > folder.rank("index.html")
    assert folder.rank("sw.js.br") == folder.rank("sw.js")
