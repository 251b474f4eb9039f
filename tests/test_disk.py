import errno
import os
from pathlib import Path

import pytest

from core.disk import backup_of, read_file, read_text, write_file, write_text
from core.errors import UserError


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_is_replaced_and_nothing_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "one")
    path.chmod(0o640)
    write_text(path, "zwölf")
    assert read_text(path, 100) == "zwölf"
    assert path.stat().st_mode & 0o777 == 0o640
    assert files(tmp_path) == {"a.txt"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def write_anew(path: Path, text: str) -> None:
    write_file(path, text.encode(), keeps_backup=True)


def test_what_a_file_held_before_it_was_changed_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_anew(path, "one")
    assert files(tmp_path) == {"a.txt"}
    write_anew(path, "two")
    write_anew(path, "six")
    write_anew(path, "six")
    assert backup_of(path) == tmp_path / "a.backup.txt"
    assert (path.read_text(), backup_of(path).read_text()) == ("six", "two")
    assert files(tmp_path) == {"a.txt", "a.backup.txt"}


def test_it_is_kept_where_a_file_has_one_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", fail)
    path = tmp_path / "a.txt"
    write_anew(path, "one")
    write_anew(path, "two")
    assert (path.read_text(), backup_of(path).read_text()) == ("two", "one")
    assert files(tmp_path) == {"a.txt", "a.backup.txt"}


def test_a_backup_survives_that_was_made_by_a_program_killed_right_then(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_anew(path, "one")
    backup_of(path).hardlink_to(path)
    write_anew(path, "two")
    assert (path.read_text(), backup_of(path).read_text()) == ("two", "one")
    assert files(tmp_path) == {"a.txt", "a.backup.txt"}


def test_a_file_is_written_where_no_backup_can_be(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_anew(path, "one")
    backup_of(path).mkdir()
    write_anew(path, "two")
    assert path.read_text() == "two"
    assert files(tmp_path) == {"a.txt", "a.backup.txt"}


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "no room left"), (errno.EROFS, "read-only"), (errno.EIO, "cannot be written")],
)
def test_a_disk_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=words):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert files(tmp_path) == {"a.txt"}


def test_what_a_killed_program_left_is_removed_once_it_is_old(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"

    def keep_name(source: Path, _: Path) -> None:
        left.append(source.name)
        raise KeyboardInterrupt

    left: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", keep_name)
        with pytest.raises(KeyboardInterrupt):
            write_text(path, "x")
    assert files(tmp_path) == set()
    old, fresh = tmp_path / left[0], tmp_path / (left[0] + "1")
    other = tmp_path / ".cantilena-of-another-file"
    for leftover in (old, fresh, other):
        leftover.write_text("half")
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))
    write_text(path, "whole")
    assert files(tmp_path) == {"a.txt", fresh.name, other.name}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/a.txt", "no folder '.*missing'; create it"),
        ("file.txt/a.txt", "is no folder"),
        (".", "is a folder; add a file name"),
        ("x" * 300, "too long"),
        ("pipe", "no ordinary file"),
        ("nul\0l", "cannot be written"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file.txt").write_text("")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match=words):
        write_file(tmp_path / name, b"x")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.txt", "There is no file '.*missing.txt'"),
        (".", "is a folder"),
        ("pipe", "no ordinary file"),
        ("large.txt", "larger than"),
        ("latin.txt", "no text file"),
        ("nul\0l", "cannot be read"),
        ("x" * 300, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, words: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large.txt").write_bytes(bytes(1_000_001))
    (tmp_path / "latin.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(UserError, match=words):
        read_text(tmp_path / name, 1_000_000)
    with pytest.raises(UserError):
        read_file(Path("/dev/zero"), 1_000_000)
