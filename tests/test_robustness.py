"""A folder as folders are: whatever is wrong in it is named, and the good pages are checked."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SAFE = "Zelpax is completely safe.\n"


def unmeasured(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run medlint in a process of its own: measuring the coverage of a million words takes minutes."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    command = [sys.executable, "-m", "medlint", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def hostile_folder():
    Path("good.txt").write_text(SAFE, encoding="utf-8")
    Path("Über uns (Kopie).md").write_text("# Über uns\n\n" + SAFE, encoding="utf-8")
    Path("empty.txt").write_bytes(b"")
    Path("broken.txt").write_bytes("Größe, completely safe. ".encode() * 20 + b"\xff\xfe\xc3 and \xe2\x82\n")
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    Path("unreadable.txt").write_text(SAFE, encoding="utf-8")
    Path("unreadable.txt").chmod(0)
    Path("loop").mkdir()
    Path("loop", "again").symlink_to("..", target_is_directory=True)
    Path("gone.txt").symlink_to("nowhere.txt")


def test_folder_is_checked_to_the_end(medlint):
    hostile_folder()
    done = medlint("check", ".", "--format", "json")
    report = json.loads(done.out)
    findings = {d["path"]: [f["rule"] for f in d["findings"]] for d in report["documents"]}
    failed = {Path(failure["path"]).name for failure in report["failures"]}

    assert done.code == 2
    assert findings["good.txt"] == findings["Über uns (Kopie).md"] == ["overclaim.completely-safe"]
    assert findings["empty.txt"] == []
    assert {"broken.txt", "picture.txt"} <= failed
    assert "Traceback" not in done.out + done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_named(medlint):
    hostile_folder()

    assert "unreadable.txt" in medlint("check", ".", "--format", "concise").out


def test_file_that_the_system_will_not_read_is_named(medlint, monkeypatch):
    Path("good.txt").write_text(SAFE, encoding="utf-8")
    Path("locked.txt").write_text(SAFE, encoding="utf-8")
    read_bytes = Path.read_bytes

    def refuse(path):
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    done = medlint("check", ".", "--format", "concise")

    assert done.code == 2
    assert "locked.txt" in done.out
    assert "permission denied" in done.out
    assert "good.txt:1:11" in done.out


@pytest.mark.slow
def test_one_line_of_five_megabytes_is_checked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = "the nurse takes your blood and the doctor listens to your heart and "
    Path("line.txt").write_text("So " + words * 100_000 + SAFE, encoding="utf-8")
    done = unmeasured("check", "line.txt", "--format", "json")

    rules = [f["rule"] for f in json.loads(done.stdout)["documents"][0]["findings"] if f["start"] is not None]
    assert rules[-1] == "overclaim.completely-safe"


@pytest.mark.slow
def test_twenty_megabytes_are_checked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = "The nurse will ask how you sleep.\n\n" * 600_000
    Path("large.txt").write_text(page + SAFE, encoding="utf-8")
    done = unmeasured("check", "large.txt", "--format", "json")
    (finding,) = json.loads(done.stdout)["documents"][0]["findings"]

    assert finding["start"] == len(page) + len("Zelpax is ")


def test_no_socket_is_opened_and_nothing_is_imported_that_could():
    """In a process of its own: the audit hook sees every connection, whoever makes it."""
    script = (
        "import sys\n"
        "def hook(event, arguments):\n"
        "    if event.startswith('socket.') and event != 'socket.__new__':\n"
        "        raise SystemExit(f'network: {event}')\n"
        "sys.addaudithook(hook)\n"
        "sys.argv = ['medlint', 'check', 'samples', '--fail-on', 'never', '--format', 'concise']\n"
        "from medlint.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_interrupt_from_the_keyboard_ends_with_130(tmp_path):
    page = tmp_path / "large.txt"
    page.write_text("The nurse will ask how you sleep.\n\n" * 2_000_000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "medlint", "check", str(page)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    _wait_until_reading(process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()

    assert (process.returncode, err.strip()) == (130, "medlint: interrupted")


def _wait_until_reading(process: subprocess.Popen[str]) -> None:
    """Return when the process has used enough memory to be at work on the page."""
    statistics = Path(f"/proc/{process.pid}/statm")
    pages_of_100_megabytes = 100 * 2**20 // os.sysconf("SC_PAGE_SIZE")
    while int(statistics.read_text(encoding="ascii").split()[1]) < pages_of_100_megabytes:
        assert process.poll() is None, "it ended before it could be interrupted"
        os.sched_yield()


def test_reader_that_goes_away_is_no_traceback():
    command = f"{sys.executable} -m medlint rules | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.stderr == ""
