"""`medlint languagetool` as a person uses it: install, status, start, stop, uninstall."""

import json
import os
from pathlib import Path

import psutil
import pytest

from medlint.languagetool import jars, places, processes, server, warm


@pytest.fixture
def kept(medlint, fake):
    """Keep a server, and end it."""
    done = medlint("languagetool", "start")
    assert (done.code, len(fake.started)) == (0, 1), done.err
    yield done
    medlint("languagetool", "stop")


@pytest.mark.usefixtures("fake")
def test_status_tells_what_is_there(medlint, cache):
    done = medlint("languagetool", "status")

    assert done.code == 0
    assert f"LanguageTool: 6.8 in {cache / 'LanguageTool-6.8'}" in done.out
    assert "Java:         Java 17.0.9, " in done.out
    assert "Client:       language-tool-python, installed" in done.out
    assert "Server:       none is kept; a check starts one of its own" in done.out


def test_status_tells_what_is_missing(medlint, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    done = medlint("languagetool", "status")

    assert done.code == 2
    assert "not installed; `medlint languagetool install`" in done.out
    assert "no Java was found; it needs Java 17 or later" in done.out
    assert "pip install medlint[languagetool]" in done.out


@pytest.mark.usefixtures("kept")
def test_kept_server_is_used_by_checks_and_stays(medlint, fake):
    Path("page.txt").write_text("A wool socks.\n", encoding="utf-8")
    done = medlint("check", "page.txt", "--format", "concise")

    assert "grammar.lt.other" in done.out
    assert len(fake.started) == 1
    assert fake.alive == fake.started


@pytest.mark.usefixtures("kept")
def test_kept_server_is_shown_and_not_started_twice(medlint, fake):
    (pid,) = fake.started
    again = medlint("languagetool", "start")

    assert f"process {pid}, port " in medlint("languagetool", "status").out
    assert f"a server is running already: process {pid}" in again.out
    assert len(fake.started) == 1


@pytest.mark.usefixtures("kept")
def test_stop_ends_it(medlint, fake):
    (pid,) = fake.started

    assert medlint("languagetool", "stop").out == f"process {pid} is ended\n"
    assert fake.alive == []
    assert medlint("languagetool", "stop").out == "no server was running\n"


def test_start_that_fails_leaves_nothing(medlint, fake):
    fake.behave("refuses")
    done = medlint("languagetool", "start")

    assert done.code == 2
    assert "java.net.BindException: Address already in use" in done.err
    assert list(places.servers().iterdir()) == []


def test_start_without_an_installation_says_how_to_get_one(medlint):
    done = medlint("languagetool", "start")

    assert done.code == 2
    assert "`medlint languagetool install` fetches it" in done.err


@pytest.mark.usefixtures("kept")
def test_record_of_a_server_that_is_gone_is_recognised(medlint, fake):
    (pid,) = fake.started
    processes.end(pid)
    Path("page.txt").write_text("A wool socks.\n", encoding="utf-8")

    assert "none is kept" in medlint("languagetool", "status").out
    assert "grammar.lt.other" in medlint("check", "page.txt").out
    assert len(fake.started) == 2
    assert fake.alive == []


@pytest.mark.usefixtures("cache")
def test_record_whose_number_another_process_has_now_is_stale_and_that_process_lives(medlint):
    places.servers().mkdir(parents=True)
    record = places.servers() / "server.json"
    data = {"pid": os.getpid(), "started": 1.0, "port": 1, "version": jars.VERSION}
    record.write_text(json.dumps(data), encoding="utf-8")

    assert medlint("languagetool", "stop").out == "no server was running\n"
    assert not record.exists()


@pytest.mark.usefixtures("cache")
def test_record_that_is_broken_is_taken_away():
    places.servers().mkdir(parents=True)
    (places.servers() / "server.json").write_text("{", encoding="utf-8")

    assert warm.find(places.servers()) is None
    assert list(places.servers().iterdir()) == []


@pytest.mark.usefixtures("kept")
def test_kept_server_of_another_version_is_not_used(medlint, fake):
    record = places.servers() / "server.json"
    record.write_text(record.read_text(encoding="utf-8").replace('"6.8"', '"5.1"'), encoding="utf-8")
    Path("page.txt").write_text("A wool socks.\n", encoding="utf-8")

    assert medlint("check", "page.txt", "--grammar", "languagetool").code == 0
    assert len(fake.started) == 2
    assert "does not answer as it should" in medlint("languagetool", "status").out


@pytest.mark.usefixtures("fake", "kept")
def test_kept_server_that_is_ill_is_not_started_over(medlint, monkeypatch):
    monkeypatch.setattr(server, "answers", lambda *_: False)
    done = medlint("languagetool", "start")

    assert done.code == 2
    assert "end it with `medlint languagetool stop`" in done.err


@pytest.mark.usefixtures("kept")
def test_uninstall_takes_everything_away(medlint, fake, cache):
    Path("page.txt").write_text("A wool socks.\n", encoding="utf-8")
    medlint("check", "page.txt")
    done = medlint("languagetool", "uninstall")

    assert done.out.endswith("taken away\n")
    left = [path.name for path in cache.rglob("*") if path.is_file()]
    assert [name for name in left if not name.startswith("compiled-")] == []
    assert fake.alive == []
    assert medlint("languagetool", "uninstall").out.endswith("there was nothing\n")


def test_process_that_is_gone_has_no_start_and_no_memory():
    gone = max(psutil.pids()) + 10_000

    assert (processes.started_at(gone), processes.memory(gone)) == (None, 0)
    processes.end(gone)
