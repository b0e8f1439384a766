"""Stands in for Java: takes LanguageTool's arguments and serves recorded answers, or fails as it is told.

FAKE_MODE says how; FAKE_NOTES is a folder for what it has to tell: its process, each request.
"""

from __future__ import annotations

import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

MODE = os.environ.get("FAKE_MODE", "finds")
NOTES = Path(os.environ["FAKE_NOTES"])
VERSION = "5.1" if MODE == "old" else "6.8"
MISTAKES = {"will decides": (5, "MD_BASEFORM", "GRAMMAR", ["decide"]), "wool socks": (0, "ZORP", "TYPOS", [])}
LANGUAGES = [{"name": "English", "code": "en", "longCode": "en"}]


def answer(data: str) -> object:
    """Return what LanguageTool would say: a match for each known mistake."""
    pieces = json.loads(data)["annotation"]
    source = "".join(piece.get("text", piece.get("markup", "")) for piece in pieces)
    matches = []
    for words, (shift, rule, category, suggestions) in MISTAKES.items():
        at = source.find(words)
        while at >= 0:
            start = len(source[: at + shift].encode("utf-16-le")) // 2
            matches.append(
                {
                    "offset": start,
                    "length": len(words) - shift,
                    "message": "Somebody else says that this is wrong",
                    "replacements": [{"value": value} for value in suggestions],
                    "rule": {"id": rule, "category": {"id": category}},
                }
            )
            at = source.find(words, at + 1)
    return {"software": {"name": "LanguageTool", "version": VERSION}, "matches": matches}


class Handler(BaseHTTPRequestHandler):
    """Answers health, languages and checks."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if self.path.startswith("/v2/healthcheck"):
            self.say(b"OK")
        elif MODE == "no-languages":
            self.say(b"<html>Welcome</html>")
        else:
            self.say(json.dumps(LANGUAGES).encode())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with (NOTES / "requests").open("a", encoding="utf-8") as file:
            file.write(body + "\n")
        if (NOTES / "asked").exists():  # a pipe somebody waits at
            (NOTES / "asked").write_text(str(os.getpid()), encoding="ascii")
        if MODE == "dies":
            os._exit(7)
        if MODE == "hangs":
            time.sleep(600)
        if MODE == "nonsense":
            self.say(b"\xff\xfe<html>not what you think</html>")
        elif MODE == "other-json":
            self.say(b'{"matches": "many"}')
        elif MODE == "error":
            self.say(b"Error: Internal Error", 500)
        else:
            self.say(json.dumps(answer(parse_qs(body)["data"][0])).encode())

    def say(self, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    (NOTES / f"process-{os.getpid()}").touch()
    if MODE == "refuses":
        sys.exit("java.net.BindException: Address already in use")
    if MODE == "silent":
        time.sleep(600)
    port = int(sys.argv[sys.argv.index("--port") + 1])
    ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()


main()
