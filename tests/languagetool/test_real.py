"""The real LanguageTool in the real Java. CI demands these tests; elsewhere they run where it is installed.

`MEDLINT_REAL_LANGUAGETOOL` is the folder in which `medlint languagetool install` put it (MEDLINT_CACHE_DIR).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from medlint import parsers
from medlint.examples import marked
from medlint.languagetool import install, places, processes, rules, session
from medlint.languagetool.messages import MESSAGES

NAMED = os.environ.get("MEDLINT_REAL_LANGUAGETOOL")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home() -> Path:
    """Return where the real LanguageTool lies; where it was promised, its absence is an error."""
    given = pytest.MonkeyPatch()
    if NAMED:
        given.setenv("MEDLINT_CACHE_DIR", NAMED)
    else:
        given.delenv("MEDLINT_CACHE_DIR", raising=False)
    found = places.home()
    given.undo()
    if not install.is_installed(found):
        assert not NAMED, f"LanguageTool is not in {found}"
        pytest.skip("LanguageTool is not installed; `medlint languagetool install` fetches it")
    return found


@pytest.fixture(autouse=True)
def _real(home: Path, cache: Path) -> None:
    cache.mkdir()
    places.home().symlink_to(home, target_is_directory=True)


def servers() -> list[int]:
    """Return the servers of the installation that this test sees."""
    ours = str(places.home())
    return [
        process.pid
        for process in psutil.process_iter(["cmdline"])
        if any(part.startswith(ours) for part in process.info["cmdline"] or ())
    ]


@pytest.fixture
def asked() -> Iterator[session.Session]:
    """Yield a session, and see that nothing of it stays."""
    with session.Session() as made:
        assert made.problem is None
        yield made
    assert servers() == []


def told(asked: session.Session, text: str) -> list[tuple[str, str]]:
    """Return the rule and the words of all that is found in a text."""
    document = parsers.parse("page.md", text.encode())
    found = asked.result(asked.submit(document))
    assert found is not None, asked.problem
    return [
        (rules.name_of(hit.rule).removeprefix(rules.PREFIX), block.block.text[hit.start : hit.end])
        for block, hits in found
        for hit in hits
    ]


def test_rules_that_we_have_words_for_find_their_examples_and_no_sound_ones(asked):
    wrong = []
    for name, words in MESSAGES.items():
        for example in words.bad:
            text, spans = marked(example)
            wanted = [(name, text[start:end]) for start, end in spans]
            if told(asked, text) != wanted:
                wrong.append((example, told(asked, text)))
        wrong += [(example, told(asked, example)) for example in words.good if told(asked, example)]

    assert wrong == []


SOBER = """\
# Gallstones and what can be done

Most people with gallstones never know that they have them.[1] If a stone blocks the bile duct, pain
comes within hours: see <https://zelpax.example/> or write to ward@zelpax.example.

- itching
- yellow skin or eyes

| sign | how often |
| --- | --- |
| fever | rare |

> “I was home after two days,” says Mrs Zorp.
"""


def test_sober_page_with_all_that_markdown_has_is_silent(asked):
    assert told(asked, SOBER) == []


@pytest.mark.usefixtures("cache")
def test_answer_depends_on_the_block_alone(asked):
    blocks = ["the patient will decides.", "She go home,", "He suffer of asthma;", "A a scan is made (today."]
    together = told(asked, "\n\n".join(blocks))
    places.answers().unlink()

    with session.Session() as other:
        assert together == [hit for block in blocks for hit in told(other, block)]


def test_check_shows_place_behind_wide_characters_and_leaves_no_server(medlint):
    Path("page.md").write_text("# Day 🦷 one\n\n**Her niece** 🦷 will *decides* soon.\n", encoding="utf-8")
    done = medlint(
        "check", "page.md", "--grammar", "languagetool", "--select", "grammar.lt", "--format", "json"
    )
    (finding,) = json.loads(done.out)["documents"][0]["findings"]

    assert (finding["rule"], finding["text"]) == ("grammar.lt.md-baseform", "decides")
    assert (finding["line"], finding["column"], finding["suggestions"]) == (3, 23, ["decide"])
    assert servers() == []


def test_server_is_kept_between_runs_within_its_memory(medlint):
    assert medlint("languagetool", "start").code == 0
    try:
        Path("page.txt").write_text("Her niece will decides soon.\n", encoding="utf-8")
        (pid,) = servers()
        for _ in range(2):
            assert "grammar.lt.md-baseform" in medlint("check", "page.txt", "--select", "grammar.lt").out
            places.answers().unlink()
        assert servers() == [pid]
        assert 50 < processes.memory(pid) / 2**20 < 450
    finally:
        medlint("languagetool", "stop")
    assert servers() == []
