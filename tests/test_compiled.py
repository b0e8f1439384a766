"""What runs keep for later ones: it comes back whole or not at all, whatever happens to the file."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from medlint import compiled


@pytest.fixture(autouse=True)
def _closed():
    yield
    compiled.save()


def kept(folder, value, key=("key",)):
    """Put a value into a folder as one run does, and return the file."""
    compiled.keep(folder)
    compiled.put("kind", key, value)
    compiled.save()
    return max(folder.glob("compiled-*.sqlite"), key=lambda path: path.stat().st_mtime_ns)


def found(folder, key=("key",), kind="kind"):
    """Return what a later run finds."""
    compiled.keep(folder)
    value = compiled.get(kind, key)
    compiled.save()
    return value


def test_later_run_finds_what_an_earlier_one_kept(tmp_path):
    kept(tmp_path, {"words": ("a", "b"), "number": 1})

    assert found(tmp_path) == {"words": ("a", "b"), "number": 1}


@pytest.mark.parametrize(("kind", "key"), [("other", ("key",)), ("kind", ("ke", "y")), ("kind", ("key", ""))])
def test_another_key_finds_nothing(tmp_path, kind, key):
    kept(tmp_path, 1)

    assert found(tmp_path, key, kind) is None


def test_value_is_found_in_the_run_that_put_it(tmp_path):
    compiled.keep(tmp_path)
    compiled.put("kind", ("key",), 7)

    assert compiled.get("kind", ("key",)) == 7


def test_nothing_is_kept_before_the_command_line_asks_for_it():
    compiled.put("kind", ("key",), 1)

    assert compiled.get("kind", ("key",)) is None


def test_what_is_no_plain_data_is_not_kept(tmp_path):
    compiled.keep(tmp_path)
    compiled.put("kind", ("key",), object())

    assert compiled.get("kind", ("key",)) is None


@pytest.mark.parametrize("number", range(12))
def test_damaged_file_gives_the_value_or_nothing(tmp_path, number):
    file = kept(tmp_path, ["word"] * 500)
    content = bytearray(file.read_bytes())
    chance = random.Random(number)
    for _ in range(chance.choice((1, 20, 400))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    file.write_bytes(content[: chance.choice((len(content), len(content) // 2, 10))])

    assert found(tmp_path) in (None, ["word"] * 500)

    kept(tmp_path, "anew")
    assert found(tmp_path) in (None, "anew")


def test_file_that_is_no_database_is_made_anew(tmp_path):
    kept(tmp_path, 1).write_bytes(b"not a database, but long enough to be looked at" * 40)

    assert found(tmp_path) is None
    kept(tmp_path, 2)
    assert found(tmp_path) == 2


def test_value_under_the_key_of_another_is_not_believed(tmp_path):
    file = kept(tmp_path, "mine")
    kept(tmp_path, "other", ("other",))
    with sqlite3.connect(file) as connection:
        values = [row[0] for row in connection.execute("SELECT value FROM kept ORDER BY key")]
        keys = [row[0] for row in connection.execute("SELECT key FROM kept ORDER BY key")]
        connection.executemany(
            "UPDATE kept SET value = ? WHERE key = ?", zip(reversed(values), keys, strict=True)
        )
    connection.close()

    assert found(tmp_path) is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this system has no owners of files")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_others_may_write_is_not_read(tmp_path, what):
    file = kept(tmp_path, 1)
    (file if what == "file" else tmp_path).chmod(0o777)

    assert found(tmp_path) is None
    tmp_path.chmod(0o700)


def test_folder_that_cannot_be_made_costs_nothing_but_time(tmp_path):
    (tmp_path / "file").write_text("no folder")

    compiled.keep(tmp_path / "file" / "cache")
    compiled.put("kind", ("key",), 1)
    compiled.save()

    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_locked_file_is_left_to_the_one_who_writes(tmp_path):
    file = kept(tmp_path, 1)
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    assert found(tmp_path) is None
    other.rollback()
    other.close()

    assert found(tmp_path) == 1


def test_file_that_has_grown_too_large_is_begun_anew(tmp_path, monkeypatch):
    kept(tmp_path, 1)
    monkeypatch.setattr(compiled, "_LARGEST", 10)

    assert found(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_files_of_old_versions_go(tmp_path):
    for number in range(6):
        old = tmp_path / f"compiled-{number}.sqlite"
        old.touch()
        os.utime(old, (number, number))

    own = kept(tmp_path, 1)

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [own.name, *(f"compiled-{number}.sqlite" for number in (3, 4, 5))]
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_forked_child_neither_reads_nor_writes(tmp_path):
    kept(tmp_path, 1)
    compiled.keep(tmp_path)
    child = os.fork()
    if not child:
        os._exit(0 if compiled.get("kind", ("key",)) is None else 1)

    assert os.waitpid(child, 0)[1] == 0
    assert compiled.get("kind", ("key",)) == 1


WRITER = """
import sys
from pathlib import Path
from medlint import compiled
number = 0
while True:
    compiled.keep(Path(sys.argv[1]))
    for each in range(50):
        value = compiled.get("kind", (str(each),))
        assert value is None or value == [str(each)] * 100, value
        compiled.put("kind", (str(each), ), [str(each)] * 100)
    compiled.save()
    if not number:
        print("begun", flush=True)
    number += 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_writers_leave_nothing_wrong(tmp_path):
    chance = random.Random(4)
    for _ in range(5):
        writers = [
            subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
            for _ in range(2)
        ]
        for writer in writers:
            writer.stdout.readline()
        end = time.monotonic() + chance.random() / 20
        while time.monotonic() < end:  # a random moment of their work
            pass
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
            writer.wait()
            writer.stdout.close()
        assert writers[0].returncode == writers[1].returncode == -signal.SIGKILL

        for each in range(50):
            assert found(tmp_path, (str(each),)) in (None, [str(each)] * 100)
