"""Whatever ends a run, its server ends with it."""

import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest

from medlint.errors import ToolError
from medlint.languagetool import endings, java, launcher, places, server, session
from tests.conftest import ROOT
from tests.documents import document

LONGEST = 60  # seconds that the end of a process may take on a busy machine


@pytest.fixture
def running(fake, tmp_path):
    """Return a run of medlint that waits for an answer, and its server's process."""
    fake.behave("hangs")
    page = tmp_path / "page.txt"
    page.write_text("A wool socks.\n", encoding="utf-8")
    os.mkfifo(fake.notes / "asked")
    command = [sys.executable, "-m", "medlint", "check", str(page)]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    asked = os.open(fake.notes / "asked", os.O_RDWR)
    try:
        assert select.select([asked], [], [], LONGEST)[0], "the server was never asked"
        yield run, psutil.Process(int(os.read(asked, 20)))
    finally:
        os.close(asked)
        run.kill()
        run.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next run ends what SIGKILL left")
def test_signal_ends_run_and_server(running, number):
    run, languagetool = running
    send(run, number)
    languagetool.wait(LONGEST)

    # 130 after Ctrl-C; a library that is interrupted at its work may let Python end by the signal itself.
    assert run.returncode in (-number, 128 + number)


def send(run: subprocess.Popen[str], number: int) -> None:
    """Send a signal as a person does: again, where a library swallowed it."""
    for _ in range(LONGEST // 5):
        run.send_signal(number)
        try:
            run.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            continue
        return
    raise AssertionError(f"signal {number} does not end it")


@pytest.mark.usefixtures("cache")
def test_server_is_ended_by_a_later_run_where_its_own_was_killed(fake):
    started = server.start(java.find(), places.home(), places.servers())
    started.wait_until_ready()
    record = started.record
    # As the record looks when the run behind it is gone: its number has been taken by another process.
    text = record.read_text(encoding="utf-8").replace('"owner_started": ', '"owner_started": 9')
    record.write_text(text, encoding="utf-8")

    assert server.end_orphans(places.servers()) == 1
    assert fake.alive == []
    assert not record.exists()
    started.close()


@pytest.mark.usefixtures("fake")
def test_server_of_a_run_that_goes_on_is_left_alone():
    started = server.start(java.find(), places.home(), places.servers())
    try:
        assert server.end_orphans(places.servers()) == 0
        assert started.process.poll() is None
    finally:
        started.close()


@pytest.mark.usefixtures("cache")
def test_record_that_is_half_written_is_left_alone():
    places.servers().mkdir(parents=True)
    record = places.servers() / "run-1-2.json"
    record.write_text('{"pid": 1', encoding="utf-8")

    assert server.end_orphans(places.servers()) == 0
    assert record.exists()


def test_error_in_a_run_ends_the_server(fake):
    def fail():
        with session.Session() as languagetool:
            languagetool.submit(document("A wool socks here.")).result()
            assert len(fake.alive) == 1
            raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        fail()
    assert fake.alive == []


def test_mistake_in_a_pack_ends_the_server_that_was_started_meanwhile(medlint, fake):
    Path("page.txt").write_text("A wool socks.\n", encoding="utf-8")
    Path("medlint.yaml").write_text("ignore: [overclam]\n", encoding="utf-8")

    assert medlint("check", "page.txt").code == 2
    assert fake.alive == []


@pytest.mark.usefixtures("fake")
def test_files_of_a_server_are_gone_with_it(medlint):
    Path("page.txt").write_text("A wool socks.\n", encoding="utf-8")
    medlint("check", "page.txt")

    assert list(places.servers().iterdir()) == []


@pytest.mark.usefixtures("fake")
def test_server_that_cannot_be_started_is_told(cache):
    gone = java.Java(str(cache / "no java"), "17")
    with pytest.raises(ToolError, match=r"its server (ended with code 1|cannot be started)"):
        server.start(gone, places.home(), places.servers(), outlives_us=True).wait_until_ready()


@pytest.mark.usefixtures("fake")
def test_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ToolError, match="its server cannot be started"):
        server.start(java.find(), places.home(), tmp_path / "file")


def test_server_that_cannot_be_recorded_is_ended(fake, monkeypatch):
    def fail(_: server.Server) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(server, "_write_record", fail)
    with pytest.raises(ToolError, match=r"its server cannot be recorded: .*No space left"):
        server.start(java.find(), places.home(), places.servers())
    assert fake.alive == []


def test_handlers_of_others_are_left_alone():
    taken = []
    before = signal.signal(signal.SIGTERM, lambda *_: taken.append("theirs"))
    try:
        handlers = endings.Endings(lambda: taken.append("ours"))
        handlers.take()
        signal.raise_signal(signal.SIGTERM)
        handlers.give_back()
        assert taken == ["theirs"]
    finally:
        signal.signal(signal.SIGTERM, before)


def test_signal_ends_the_server_first_and_then_has_its_old_meaning(monkeypatch):
    done = []
    monkeypatch.setattr("os.kill", lambda *arguments: done.append(arguments))
    handlers = endings.Endings(lambda: done.append("server"))
    handlers.take()
    signal.raise_signal(signal.SIGTERM)

    assert done == ["server", (os.getpid(), signal.SIGTERM)]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    handlers.give_back()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_no_signal_is_taken_outside_of_the_main_thread():
    handlers = endings.Endings(lambda: None)
    thread = threading.Thread(target=handlers.take)
    thread.start()
    thread.join()

    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@pytest.fixture
def told(monkeypatch):
    """Return what the launcher tells the system and becomes, without doing either to this process."""
    said: list[tuple[object, ...]] = []

    class Library:
        def prctl(self, *arguments: object) -> None:
            said.append(arguments)

    monkeypatch.setattr("ctypes.CDLL", lambda _: Library())
    monkeypatch.setattr("os.execv", lambda *arguments: said.append(arguments))
    return said


def test_launcher_asks_to_be_ended_with_its_parent_and_becomes_the_program(told):
    launcher.main([str(os.getppid()), "/zorp/java", "-x"])

    assert told == [(1, signal.SIGKILL, 0, 0, 0), ("/zorp/java", ["/zorp/java", "-x"])]


def test_launcher_whose_parent_is_gone_already_starts_nothing(told):
    with pytest.raises(SystemExit, match="the process that wanted this one is gone"):
        launcher.main(["1", "/zorp/java"] if os.getppid() != 1 else ["2", "/zorp/java"])

    assert told == [(1, signal.SIGKILL, 0, 0, 0)]
