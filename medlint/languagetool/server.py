"""A server process of our own: started once, recorded, waited for, and ended whatever happens."""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from medlint.errors import ToolError
from medlint.languagetool import jars, processes
from medlint.languagetool.install import SETTINGS
from medlint.languagetool.java import Java

FLAGS = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""Half the start and a quarter of the memory of Java's own choice, measured."""

LONGEST_START = 60.0
"""Seconds in which a server must answer."""

KEPT = "server"
"""The name of record and log of the one server that is kept between runs."""

_PAUSE = 0.03  # seconds between two looks
_LAST_WORDS = 3  # lines of the log in a message


@dataclass(frozen=True, eq=False)
class Server:
    """A process that was started, and the files that belong to it."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path
    record: Path

    def wait_until_ready(self) -> None:
        """Return when it answers, in `LONGEST_START` at the latest.

        Raises:
            ToolError: it ended, or it does not answer in time; with the last lines of its log.
        """
        deadline = time.monotonic() + LONGEST_START
        while not answers(self.port, max(0.1, min(2.0, deadline - time.monotonic()))):
            if (code := self.process.poll()) is not None:
                raise ToolError(f"its server ended with code {code}{self._last_words()}")
            if time.monotonic() > deadline:
                raise ToolError(
                    f"its server did not answer within {LONGEST_START:g} seconds{self._last_words()}"
                )
            time.sleep(_PAUSE)

    def close(self) -> None:
        """End the process and take its files away; a second time does nothing."""
        self.kill()
        self.process.wait()
        atexit.unregister(self.close)

    def kill(self) -> None:
        """The same without waiting for the process, which a signal's handler must not do."""
        # It holds nothing that must be saved, and a hung one would not listen to less.
        self.process.kill()
        for path in (self.record, self.log):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _last_words(self) -> str:
        try:
            lines = self.log.read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:
            return ""
        told = [line.strip() for line in lines if line.strip()][-_LAST_WORDS:]
        return f": {' / '.join(told)}" if told else ""


def command(java: Java, home: Path, port: int) -> list[str]:
    """Return the command that starts a server for this machine alone."""
    jar = str(home / f"{jars.SERVER}.jar")
    return [java.path, *FLAGS, "-jar", jar, "--port", str(port), "--config", str(home / SETTINGS)]


def start(java: Java, home: Path, folder: Path, *, outlives_us: bool = False) -> Server:
    """Start a server, one try, and return without waiting for it.

    Call it from a thread that lives as long as the server shall: Linux ends the process with the thread.

    Args:
        java: What runs it.
        home: Where LanguageTool is installed.
        folder: For its record and log.
        outlives_us: Whether it stays when this process ends.

    Raises:
        ToolError: it cannot be started.
    """
    port = _free_port()
    name = KEPT if outlives_us else f"run-{os.getpid()}-{port}"
    log, record = folder / f"{name}.log", folder / f"{name}.json"
    arguments = command(java, home, port)
    if sys.platform == "linux" and not outlives_us:
        launcher = str(Path(__file__).with_name("launcher.py"))
        arguments = [sys.executable, "-I", "-S", launcher, str(os.getpid()), *arguments]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as output:
            process = subprocess.Popen(  # noqa: S603 - our own command
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,  # Ctrl-C is for us: we end it in our own time
            )
    except OSError as error:
        raise ToolError(f"its server cannot be started: {error}") from error
    server = Server(process, port, log, record)
    if not outlives_us:
        atexit.register(server.close)
    try:
        _write_record(server)
    except OSError as error:
        server.close()
        raise ToolError(f"its server cannot be recorded: {error}") from error
    return server


def _write_record(server: Server) -> None:
    """Note which process this is and whose, so that a later run can tell a server that was left behind."""
    owner, pid = os.getpid(), server.process.pid
    data = {
        "pid": pid,
        "started": processes.started_at(pid),
        "port": server.port,
        "version": jars.VERSION,
        "owner": owner,
        "owner_started": processes.started_at(owner),
    }
    server.record.write_text(json.dumps(data) + "\n", encoding="utf-8")


def end_orphans(folder: Path) -> int:
    """End the servers whose run was killed before it could, and return how many there were.

    Linux ends them by itself; elsewhere the next run has to.
    """
    ended = 0
    for record in sorted(folder.glob("run-*.json")):
        try:
            data = json.loads(record.read_text(encoding="utf-8"))
            pid, started, owner = int(data["pid"]), data["started"], int(data["owner"])
            owner_started = data["owner_started"]
        except (OSError, ValueError, TypeError, KeyError):
            continue  # half written: its run is just starting it, or its disk is full
        if processes.is_same(owner, owner_started):
            continue
        if processes.is_same(pid, started):
            processes.end(pid)
            ended += 1
        for path in (record, record.with_suffix(".log")):
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return ended


def answers(port: int, limit: float = 2.0) -> bool:
    """Say whether a server on this machine says that it is well."""
    # Proxies of the environment are for the world outside.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://127.0.0.1:{port}/v2/healthcheck", timeout=limit) as answer:
            return bool(answer.read(2) == b"OK")
    except (OSError, ValueError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        return False
    except Exception:  # noqa: BLE001 - http.client raises more than OSError on nonsense
        return False


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])
