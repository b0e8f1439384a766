"""Other spellers for `spelling.py`: from words and their text to what is unknown, with suggestions."""

from __future__ import annotations

import importlib.resources
import json
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

Speller = Callable[[Sequence[str], str], Mapping[str, Sequence[str]]]


@cache
def hunspell_words() -> Callable[[str], bool]:
    """Return whether Hunspell's American dictionary has a word."""
    import hunspell

    folder = importlib.resources.files("spylls") / "hunspell" / "data" / "en"
    dictionary = hunspell.Hunspell("en_US", hunspell_data_dir=str(folder))
    return lambda word: bool(dictionary.spell(word))


def peers() -> dict[str, Speller]:
    """Return Hunspell and symspellpy."""
    return {"Hunspell, en_US": _hunspell(), "symspellpy, its own list": _symspell()}


def _hunspell() -> Speller:
    import hunspell

    folder = importlib.resources.files("spylls") / "hunspell" / "data" / "en"
    dictionary = hunspell.Hunspell("en_US", hunspell_data_dir=str(folder))
    return lambda words, _text: {w: dictionary.suggest(w) for w in set(words) if not dictionary.spell(w)}


def _symspell() -> Speller:
    from symspellpy import SymSpell, Verbosity

    speller = SymSpell(max_dictionary_edit_distance=2)
    folder = importlib.resources.files("symspellpy")
    speller.load_dictionary(str(folder / "frequency_dictionary_en_82_765.txt"), 0, 1)

    def look(words: Sequence[str], _text: str) -> Mapping[str, Sequence[str]]:
        unknown = {word for word in words if word not in speller.words}
        return {w: [s.term for s in speller.lookup(w, Verbosity.CLOSEST, 2)] for w in unknown}

    return look


@contextmanager
def languagetool(jars: Path) -> Iterator[Speller]:
    """Start LanguageTool's server from a folder of jars, and stop it at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    classes = ":".join(map(str, sorted(jars.rglob("*.jar"))))
    command = ["java", "-cp", classes, "org.languagetool.server.HTTPServer", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield lambda _words, text: _asked(port, text)
        finally:
            server.terminate()


def _asked(port: int, text: str) -> Mapping[str, Sequence[str]]:
    fields = {
        "language": "en-US",
        "text": text,
        "enabledRules": "MORFOLOGIK_RULE_EN_US",
        "enabledOnly": "true",
    }
    data = urllib.parse.urlencode(fields).encode()
    for attempt in range(60):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/v2/check", data, timeout=60) as answer:
                hits = json.load(answer)["matches"]
            break
        except urllib.error.URLError:
            if attempt > 58:
                raise
            time.sleep(0.5)
    return {
        text[hit["offset"] : hit["offset"] + hit["length"]]: [r["value"] for r in hit["replacements"]]
        for hit in hits
    }
