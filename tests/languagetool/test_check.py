"""What `medlint check` does with a LanguageTool that works, and with one that fails in every way we know."""

import json
import os
from pathlib import Path

import pytest

from medlint.languagetool import client, server

MISTAKE = "The dentist 🦷 wool socks today.\n"
CLAIM = "Zelpax is completely safe.\n"


def write(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


def findings(out: str) -> list[dict]:
    return [finding for document in json.loads(out)["documents"] for finding in document["findings"]]


def test_what_languagetool_finds_is_shown_with_its_place_its_words_and_its_licence(medlint, fake):
    write("page.md", f"# Teeth\n\nVisit https://zelpax.example/ now [1]. {MISTAKE}")
    done = medlint("check", "page.md", "--format", "json")
    (finding,) = [each for each in findings(done.out) if each["rule"].startswith("grammar.lt.")]

    assert (done.code, done.err) == (0, "")
    assert finding["rule"] == "grammar.lt.other"
    assert (finding["text"], finding["line"], finding["column"]) == ("wool socks", 3, 54)
    assert finding["message"] == "Somebody else says that this is wrong."
    assert "LGPL 2.1 or later" in finding["advice"]
    assert finding["sources"][0]["url"] == "https://languagetool.org/"
    assert finding["label"] == "grammar.spelling"
    assert [note[:8] for note in json.loads(done.out)["not_checked"]] == ["market: "]
    assert fake.alive == []


@pytest.mark.usefixtures("fake")
def test_rule_that_we_have_words_for_speaks_in_them(medlint):
    write("page.txt", "Her niece will decides soon.\n")
    done = medlint("check", "page.txt", "--select", "grammar.lt", "--format", "json")
    (finding,) = findings(done.out)

    assert finding["rule"] == "grammar.lt.md-baseform"
    assert finding["message"] == "“decides” is a verb form that cannot follow “can”, “will” or “may”."
    assert finding["suggestions"] == ["decide"]


@pytest.mark.usefixtures("fake")
def test_fault_that_a_rule_of_ours_finds_too_is_told_once(medlint):
    write("page.txt", "The dentist will decides soon.\n")
    (finding,) = findings(medlint("check", "page.txt", "--format", "json").out)

    assert finding["label"] == "grammar.verb"
    assert not finding["rule"].startswith("grammar.lt.")


def test_unchanged_paragraph_is_not_asked_about_again(medlint, fake):
    write("page.md", "The nurse wool socks here.\n\nThe doctor sees the scan.\n")
    first = medlint("check", "page.md", "--format", "json").out
    write("page.md", "The nurse wool socks here.\n\nThe doctor sees the scan today.\n")
    second = medlint("check", "page.md", "--format", "json").out
    third = medlint("check", "page.md", "--format", "json").out

    assert [each["text"] for each in findings(first)] == ["wool socks"]
    assert findings(first) == findings(second) == findings(third)
    assert len(fake.requests) == 2
    assert "wool" in fake.requests[0]
    assert "wool" not in fake.requests[1]
    assert len(fake.started) == 2


@pytest.mark.usefixtures("fake")
def test_many_files_give_the_same_report_in_the_same_order_each_time(medlint, cache):
    Path("pages").mkdir()
    for number in range(30):
        write(f"pages/{number:02}.txt", f"Ward {number} has a wool socks.\n\n{CLAIM}")
    first = medlint("check", "pages", "--format", "json").out
    (cache / "languagetool-answers.sqlite").unlink()
    second = medlint("check", "pages", "--format", "json").out

    assert first == second
    assert [each["text"] for each in findings(first)].count("wool socks") == 30


def test_long_page_is_asked_about_in_several_requests_and_each_block_keeps_its_own(medlint, fake):
    blocks = [f"Ward {n} is open. " * 300 + (f"Its {n} wool socks." if n % 3 == 0 else "") for n in range(12)]
    write("page.txt", "\n\n".join(blocks))
    first = medlint("check", "page.txt", "--select", "grammar.lt", "--format", "json").out
    again = medlint("check", "page.txt", "--select", "grammar.lt", "--format", "json").out

    assert [each["line"] for each in findings(first)] == [1, 7, 13, 19]
    assert first == again
    assert len(fake.requests) > 2
    assert len(fake.started) == 1


@pytest.mark.usefixtures("fake")
def test_claims_are_found_alike_with_and_without_it(medlint):
    write("page.txt", f"{CLAIM}Up to 95 percent of patients are wool socks.\n")
    with_it = findings(medlint("check", "page.txt", "--format", "json").out)
    without = findings(medlint("check", "page.txt", "--grammar", "builtin", "--format", "json").out)

    assert [each for each in with_it if not each["rule"].startswith("grammar.lt.")] == without
    assert len(with_it) > len(without)


@pytest.mark.usefixtures("fake")
def test_allowance_silences_it_and_one_that_it_does_not_need_is_told(medlint):
    reason = "medlint: allow grammar.lt.other -- house style"
    write("page.md", f"<!-- {reason} -->\n{MISTAKE}\n<!-- {reason} -->\nThe ward is open.\n")
    rules = [each["rule"] for each in findings(medlint("check", "page.md", "--format", "json").out)]

    assert rules == ["medlint.unused-allowance"]


@pytest.mark.usefixtures("fake")
def test_allowance_is_not_called_unused_where_languagetool_did_not_look(medlint):
    write("page.md", f"<!-- medlint: allow grammar.lt.other -- house style -->\n{MISTAKE}")
    write(
        "medlint.yaml",
        "allow:\n  - {rule: grammar.lt.md-baseform, words: zorp, reason: a name}\n",
    )

    assert findings(medlint("check", ".", "--grammar", "builtin", "--format", "json").out) == []


@pytest.mark.usefixtures("fake")
def test_settings_allowance_that_it_does_not_need_is_told(medlint):
    write("page.md", "The ward is open.\n")
    write("medlint.yaml", "allow:\n  - {rule: grammar.lt.md-baseform, words: zorp, reason: a name}\n")

    rules = [each["rule"] for each in findings(medlint("check", ".", "--format", "json").out)]
    assert rules == ["medlint.unused-allowance"]


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize("name", ["grammar", "grammar.lt", "grammar.lt.other"])
def test_ignored_rules_are_silent(medlint, name):
    write("page.txt", MISTAKE)

    assert findings(medlint("check", "page.txt", "--ignore", name, "--format", "json").out) == []


@pytest.mark.parametrize(
    "option",
    [("--grammar", "builtin"), ("--grammar", "off"), ("--select", "overclaim"), ("--ignore", "grammar")],
)
def test_it_is_not_started_where_nothing_of_it_would_be_shown(medlint, fake, option):
    write("page.txt", MISTAKE)

    assert medlint("check", "page.txt", *option).err == ""
    assert fake.started == []


@pytest.mark.usefixtures("fake")
def test_rule_of_languagetool_has_the_severity_that_the_settings_give_it(medlint):
    write("page.txt", "Her niece will decides soon.\n\nA wool socks.\n")
    write("medlint.yaml", "severity: {grammar.lt: warning, grammar.lt.md-baseform: error}\n")
    done = medlint("check", "page.txt", "--select", "grammar.lt", "--format", "json")

    assert [each["severity"] for each in findings(done.out)] == ["error", "warning"]
    assert done.code == 1


def test_unknown_rule_of_languagetool_is_a_mistake(medlint):
    write("page.txt", MISTAKE)
    done = medlint("check", "page.txt", "--ignore", "grammar.lt.md-basefrom")

    assert done.code == 2
    assert "did you mean 'grammar.lt.md-baseform'" in done.err


@pytest.mark.usefixtures("fake")
def test_rule_of_languagetool_without_words_of_ours_can_be_named(medlint):
    write("page.txt", MISTAKE)
    write("medlint.yaml", "ignore: [grammar.lt.the-french]\nselect: [grammar.lt.the-french, overclaim]\n")

    assert medlint("config", "check").code == 0
    assert findings(medlint("check", "page.txt", "--format", "json").out) == []


def test_rule_of_languagetool_is_explained(medlint):
    known = medlint("explain", "grammar.lt.md-baseform").out
    other = medlint("explain", "grammar.lt.the-french").out

    assert "The dentist will" in known
    assert "LanguageTool" in other
    assert "LGPL" in other


# -- failures ---------------------------------------------------------------------------------------

FAILURES = {
    "refuses": "its server ended with code 1: java.net.BindException: Address already in use",
    "silent": "its server did not answer within 0.5 seconds",
    "hangs": "its server does not answer",
    "dies": "its server does not answer",
    "nonsense": "its server does not answer",
    "other-json": "its server answers something that is no answer of LanguageTool",
    "error": "its server does not answer: Error: Internal Error",
    "no-languages": "its server does not answer as LanguageTool does",
    "old": "its server is LanguageTool 5.1, not 6.8",
}


@pytest.fixture(params=sorted(FAILURES))
def failing(request, fake, monkeypatch):
    fake.behave(request.param)
    monkeypatch.setattr(server, "LONGEST_START", 0.5 if request.param == "silent" else 30)
    monkeypatch.setattr(client, "LONGEST_ANSWER", 0.5 if request.param == "hangs" else 30)
    return FAILURES[request.param]


def test_failure_is_said_once_and_our_own_rules_go_on(medlint, fake, failing):
    write("page.txt", CLAIM + MISTAKE)
    write("second.txt", MISTAKE)
    done = medlint("check", "page.txt", "second.txt", "--format", "json")
    report = json.loads(done.out)

    assert done.code == 1
    assert [each["rule"] for each in findings(done.out)] == ["overclaim.completely-safe"]
    assert report["failures"] == []
    (note,) = [each for each in report["not_checked"] if not each.startswith("market: ")]
    assert note.startswith(f"grammar: LanguageTool takes no part: {failing}")
    assert done.err == f"medlint: {note}\n"
    assert len(fake.started) == 1
    assert fake.alive == []


@pytest.mark.usefixtures("fake")
def test_failure_of_a_languagetool_that_must_take_part_ends_with_two(medlint, failing):
    write("page.txt", "Take one tablet with water.\n")
    done = medlint("check", "page.txt", "--grammar", "languagetool", "--format", "concise")

    assert done.code == 2
    assert f"medlint: failure grammar.languagetool: LanguageTool takes no part: {failing}" in done.out


def test_server_that_dies_on_the_way_is_told_with_what_it_did(medlint, fake):
    write("good.txt", MISTAKE)
    assert medlint("check", "good.txt", "--format", "concise").code == 0
    fake.behave("dies")
    write("new.txt", "Another wool socks.\n")
    done = medlint("check", "good.txt", "new.txt", "--format", "concise")

    assert "good.txt:1:15: note grammar.lt.other" in done.out
    assert "medlint: not checked: grammar: LanguageTool gave up after 1 of 2 files: its server" in done.out
    assert "LanguageTool gave up after 1 of 2 files" in done.err


@pytest.mark.parametrize("form", ["terminal", "concise", "json"])
def test_languagetool_that_is_not_installed_is_said_and_fails_nothing(medlint, form):
    write("page.txt", "Take one tablet with water.\n")
    done = medlint("check", "page.txt", "--format", form)
    told = "LanguageTool takes no part: it is not installed; `medlint languagetool install` fetches it"

    assert done.code == 0
    assert done.err == f"medlint: grammar: {told}\n"
    assert told in " ".join(done.out.split())


def test_languagetool_that_is_not_installed_but_asked_for_ends_with_two(medlint):
    write("page.txt", CLAIM)
    write("medlint.yaml", "grammar: {engine: languagetool}\n")
    done = medlint("check", "page.txt", "--format", "concise")

    assert done.code == 2
    assert "overclaim.completely-safe" in done.out
    assert "failure grammar.languagetool: LanguageTool takes no part: it is not installed" in done.out


@pytest.mark.usefixtures("fake")
def test_java_that_is_too_old_is_said(medlint, tmp_path, monkeypatch):
    release = Path(os.environ["JAVA_HOME"]) / "release"
    release.write_text('JAVA_VERSION="1.8.0_402"\n', encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    write("page.txt", MISTAKE)

    assert "Java 1.8.0_402 is too old; it needs Java 17 or later" in medlint("check", "page.txt").err


@pytest.mark.usefixtures("fake")
def test_client_that_is_not_installed_is_said(medlint, monkeypatch):
    monkeypatch.setattr("medlint.languagetool.session.find_spec", lambda _: None)
    write("page.txt", MISTAKE)

    assert "pip install medlint[languagetool]" in medlint("check", "page.txt").err


@pytest.mark.usefixtures("fake")
def test_proxy_of_the_environment_is_not_asked_for_our_own_server(medlint, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    write("page.txt", MISTAKE)

    assert "grammar.lt.other" in medlint("check", "page.txt", "--grammar", "languagetool").out
