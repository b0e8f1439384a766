"""The second tier: which model is used, what is said where there is none; claims do not depend on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from medlint import parse, parsers
from medlint.errors import MedlintError
from medlint.examples import broken
from medlint.rules.grammar import parsed_agreement, parsed_article
from medlint.rules.grammar.parsed_agreement import disagreeing
from medlint.rules.grammar.parsed_article import is_bare

PAGE = "Zelpax is completely safe. The nurses of the ward is kind. Up to 80 percent of patients sleep well.\n"
VOCAB = spacy.blank("en").vocab
needs_model = pytest.mark.skipif(parse.installed() is None, reason="no English spaCy model is installed")


def sentence(text: str, tags: str, heads: list[int], relations: str) -> Doc:
    """Return a sentence parsed by hand: a tag, the number of the head and a relation for each word."""
    words = text.split()
    deps = relations.split()
    return Doc(VOCAB, words=words, tags=tags.split(), heads=heads, deps=deps)


@pytest.fixture
def _no_model(monkeypatch):
    monkeypatch.setenv("MEDLINT_PARSER", "auto")
    monkeypatch.setattr(parse, "installed", lambda: None)


def test_plural_subject_with_a_singular_verb_is_told():
    doc = sentence(
        ("the nurses often has lunch"), ("DT NNS RB VBZ NN"), [1, 3, 3, 3, 3], ("det nsubj advmod ROOT dobj")
    )

    assert disagreeing(doc[1]) == doc[3]


def test_singular_subject_with_a_plural_helper_is_told():
    doc = sentence(
        ("the nurse in wards have gone"),
        ("DT NN IN NNS VBP VBN"),
        [1, 5, 1, 2, 5, 5],
        ("det nsubj prep pobj aux ROOT"),
    )

    assert disagreeing(doc[1]) == doc[4]


@pytest.mark.parametrize(
    ("text", "tags", "heads", "relations", "subject"),
    [
        ("the nurses have lunch", "DT NNS VBP NN", [1, 2, 2, 2], "det nsubj ROOT dobj", 1),
        ("the nurse can have lunch", "DT NN MD VB NN", [1, 3, 3, 3, 3], "det nsubj aux ROOT dobj", 1),
        ("nurse have lunch", "NN VBP NN", [1, 1, 1], "nsubj ROOT dobj", 0),
        ("the staff have lunch", "DT NN VBP NN", [1, 2, 2, 2], "det nsubj ROOT dobj", 1),
        ("measles is rare", "NNS VBZ JJ", [1, 1, 1], "nsubj ROOT acomp", 0),
        ("the NURSES has lunch", "DT NNS VBZ NN", [1, 2, 2, 2], "det nsubj ROOT dobj", 1),
        ("a doctor and a nurse have lunch", "DT NN CC DT NN VBP NN", [1, 5, 1, 4, 1, 5, 5],
         "det nsubj cc det conj ROOT dobj", 1),
        ("that the nurse have lunch", "IN DT NN VBP NN", [3, 2, 3, 3, 3], "mark det nsubj ROOT dobj", 2),
        ("there the nurse have lunch", "EX DT NN VBP NN", [3, 2, 3, 3, 3], "expl det nsubj ROOT dobj", 2),
        ((
            "Washing the nurses takes time"
        ), (
            "VBG DT NNS VBZ NN"
        ), [3, 2, 3, 3, 3], (
            "csubj det nsubj ROOT dobj"
        ), 2),
        ("the nurse , they say , have lunch", "DT NN , PRP VBP , VBP NN", [1, 6, 6, 4, 6, 6, 6, 6],
         "det nsubj punct nsubj parataxis punct ROOT dobj", 1),
        ("have the nurses lunch", "VBZ DT NNS NN", [0, 2, 0, 0], "ROOT det nsubj dobj", 2),
        ("the nurse help them", "DT NN VBP PRP", [1, 2, 2, 2], "det nsubj ROOT dobj", 1),
    ],
)  # fmt: skip
def test_subject_that_agrees_or_is_not_certain_stays_silent(text, tags, heads, relations, subject):
    assert disagreeing(sentence(text, tags, heads, relations)[subject]) is None


@pytest.mark.parametrize(
    ("text", "tags", "heads", "relations", "noun"),
    [
        ("they visit clinic", "PRP VBP NN", [1, 1, 1], "nsubj ROOT dobj", 2),
        ("they wait in clinic", "PRP VBP IN NN", [1, 1, 1, 2], "nsubj ROOT prep pobj", 3),
        ("surgeon agrees now", "NN VBZ RB", [1, 1, 1], "nsubj ROOT advmod", 0),
    ],
)
def test_counted_noun_alone_lacks_an_article(text, tags, heads, relations, noun):
    assert is_bare(sentence(text, tags, heads, relations)[noun])


@pytest.mark.parametrize(
    ("text", "tags", "heads", "relations", "noun"),
    [
        ("they visit a clinic", "PRP VBP DT NN", [1, 1, 3, 1], "nsubj ROOT det dobj", 3),
        ("they visit clinics", "PRP VBP NNS", [1, 1, 1], "nsubj ROOT dobj", 2),
        ("they drink water", "PRP VBP NN", [1, 1, 1], "nsubj ROOT dobj", 2),
        ("type of doctor", "NN IN NN", [0, 0, 1], "ROOT prep pobj", 2),
        ("they visit clinic rooms", "PRP VBP NN NNS", [1, 1, 3, 1], "nsubj ROOT dobj dobj", 2),
        ("they remove much tumor", "PRP VBP JJ NN", [1, 1, 3, 1], "nsubj ROOT amod dobj", 3),
        ("doctor and nurse agree", "NN CC NN VBP", [3, 0, 0, 3], "nsubj cc conj ROOT", 0),
        ("they visit Hollowbrook clinic", "PRP VBP NNP NN", [1, 1, 3, 1], "nsubj ROOT amod dobj", 3),
    ],
)
def test_noun_that_needs_no_article_stays_silent(text, tags, heads, relations, noun):
    assert not is_bare(sentence(text, tags, heads, relations)[noun])


def test_places_are_those_of_the_page(monkeypatch):
    page = parsers.parse("page.md", b"# Ward\n\nWe wait.\n\nthe nurses often has lunch")
    doc = sentence(
        ("the nurses often has lunch"), ("DT NNS RB VBZ NN"), [1, 3, 3, 3, 3], ("det nsubj advmod ROOT dobj")
    )
    start = page.text.index("the nurses")
    monkeypatch.setattr(parse, "parsed", lambda _: (parse.Parsed(doc, start),))

    found = list(parsed_agreement.check.probes[0].find(page, page.blocks[0]))

    assert [page.text[match.region.start : match.region.end] for match in found] == ["has"]
    assert found[0].suggestions == ("have",)
    assert found[0].words == {"subject": "nurses"}


def test_bare_noun_is_told_with_its_adjectives(monkeypatch):
    page = parsers.parse("page.md", b"they visit small clinic")
    doc = sentence("they visit small clinic", "PRP VBP JJ NN", [1, 1, 3, 1], "nsubj ROOT amod dobj")
    monkeypatch.setattr(parse, "parsed", lambda _: (parse.Parsed(doc, 0),))

    found = list(parsed_article.check.probes[0].find(page, page.blocks[0]))

    assert [page.text[match.region.start : match.region.end] for match in found] == ["small clinic"]


def test_blocks_are_parsed_without_headings_and_tables(monkeypatch):
    page = parsers.parse(
        ("page.md"), b"# Ward\n\nWe wait.\n\n- a nurse\n\n| a | b |\n| --- | --- |\n| c | d |\n"
    )
    monkeypatch.setattr(parse, "pipeline", lambda: spacy.blank("en"))

    assert [block.doc.text for block in parse.parsed(page)] == ["We wait.", "a nurse"]
    assert [page.text[block.start :].split("\n")[0] for block in parse.parsed(page)] == [
        ("We wait."),
        ("a nurse"),
    ]


def test_model_without_a_parser_is_told(monkeypatch):
    parse.pipeline.cache_clear()
    monkeypatch.setattr(parse, "installed", lambda: "en_core_web_sm")
    monkeypatch.setattr(spacy, "load", lambda *_, **__: spacy.blank("en"))

    with pytest.raises(MedlintError, match="en_core_web_sm has no tagger and no parser"):
        parse.pipeline()
    parse.pipeline.cache_clear()


@pytest.mark.usefixtures("_no_model")
class TestWithoutModel:
    def test_pipeline_says_how_to_get_one(self):
        parse.pipeline.cache_clear()
        with pytest.raises(MedlintError, match="python -m spacy download en_core_web_sm"):
            parse.pipeline()

    def test_absence_is_said_once_and_changes_no_exit_code(self, medlint):
        Path("page.md").write_text(PAGE * 3, encoding="utf-8")
        Path("other.md").write_text(PAGE, encoding="utf-8")

        done = medlint("check", ".", "--format", "json", "--fail-on", "never")

        assert done.code == 0
        assert done.err.count("the parser takes no part") == 1
        assert [note for note in json.loads(done.out)["not_checked"] if not note.startswith("market: ")] == [
            f"grammar: {parse.missing()}"
        ]

    def test_parser_on_makes_absence_a_failure(self, medlint):
        Path("page.md").write_text("All is well.", encoding="utf-8")

        done = medlint("check", "page.md", "--parser", "on", "--format", "json")

        assert done.code == 2
        failures = json.loads(done.out)["failures"]
        assert [(each["what"], each["message"]) for each in failures] == [("grammar.parser", parse.missing())]

    @pytest.mark.parametrize("given", [("--parser", "off"), ("--grammar", "off")])
    def test_parser_that_nobody_wants_is_not_missed(self, medlint, given):
        Path("page.md").write_text("All is well.", encoding="utf-8")

        done = medlint("check", "page.md", *given)

        assert (done.code, done.err) == (0, "")

    def test_settings_file_can_ask_for_it(self, medlint, monkeypatch):
        monkeypatch.delenv("MEDLINT_PARSER")
        Path("medlint.yaml").write_text("grammar: {parser: 'on'}\n", encoding="utf-8")
        Path("page.md").write_text("All is well.", encoding="utf-8")

        assert medlint("check", "page.md").code == 2

    def test_examples_that_need_it_are_passed_over(self):
        assert list(broken(parsed_agreement.check)) == []


@needs_model
class TestWithModel:
    @pytest.mark.parametrize("rule", [parsed_agreement.check, parsed_article.check], ids=lambda rule: rule.id)
    def test_examples_hold(self, rule):
        assert list(broken(rule)) == []

    def test_claims_are_the_same_with_and_without(self, medlint):
        Path("page.md").write_text(PAGE, encoding="utf-8")

        def claims(parser):
            report = medlint("check", "page.md", "--parser", parser, "--format", "json", "--fail-on", "never")
            found = json.loads(report.out)["documents"][0]["findings"]
            return [each for each in found if not each["rule"].startswith("grammar.")]

        assert claims("on") == claims("off")
        assert [each["rule"] for each in claims("on")][:1] == ["overclaim.completely-safe"]

    def test_it_adds_and_never_replaces(self, medlint):
        Path("page.md").write_text(PAGE + "In this room the nurses often has lunch.\n", encoding="utf-8")

        def places(parser):
            report = medlint("check", "page.md", "--parser", parser, "--format", "json", "--fail-on", "never")
            return {
                (each[("start")], each[("end")])
                for each in json.loads(report.out)[("documents")][0][("findings")]
            }

        assert places("off") <= places("on")


def test_run_without_it_imports_no_spacy():
    code = (
        "import sys; from medlint import parse, tagging, checking; "
        "print(any(name.split('.')[0] == 'spacy' for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ}
    )

    assert done.stdout.strip() == "False"
