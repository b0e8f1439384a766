"""What holds for all grammar rules: they stay inside the page, silent on sober text, and fast on odd text."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint import parsers
from medlint.examples import broken
from medlint.rules import grammar
from medlint.rules.grammar import misspelling, wrong_past, wrong_plural
from tests.documents import document
from tests.rules.grammar.conftest import SHARED, grammar_rules, matches

RULES = grammar_rules()
SOBER = SHARED / "data" / "nih_patient_pages" / "dev.jsonl"
LIMIT = 1.5  # findings per 1,000 words of sober pages
PIECES = (
    "the the", "a hour", "word,word", "end.Next", " ,", "( a )", '"', "“", "”", "(", ")", "[", "]",
    "\n\n", "\n- ", "\n# ", "This are", "can destroys", "Liver Metastases", "a women", "..", "?", ".",
    " ", "x", "\u00a0", "\U0001f642", "İ", "i was", "since 10 years", "the own", "8", "2019.The",
    "cancerThe end", ":)", "two week.", "What is the risks?",
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule):
    assert list(broken(rule)) == []


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_findings_lie_inside_one_block_and_are_not_empty(pieces):
    page = parsers.parse("page.md", "".join(pieces).encode())

    for rule, match in matches(RULES, page):
        block = page.block_at(match.region.start)
        assert block.region.contains(match.region), rule.id
        assert match.region.start < match.region.end, rule.id


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "]([",
        "a,b",
        " :",
        '"',
        "word ",
        "word,word;",
        "A ",
        "This are, ",
        "Cancer ",
        "the surgeon ",
        "[1 ) ",
        ".?",
    ],
)
def test_one_long_line_takes_time_in_proportion(piece):
    short, long = (document(piece * (size // len(piece))) for size in (20_000, 160_000))
    seconds = [_seconds(page) for page in (short, long)]

    assert seconds[1] < 40 * seconds[0] + 1


def _seconds(page) -> float:
    start = time.perf_counter()
    matches(RULES, page)
    return time.perf_counter() - start


@pytest.mark.skipif(not SOBER.exists(), reason="the sober pages of ../shared are not here")
def test_sober_pages_draw_few_findings():
    rows = [json.loads(line) for line in SOBER.read_text(encoding="utf-8").splitlines()]
    pages = [parsers.parse("page.txt", row["text"].encode()) for row in rows if row["spelling_clean"]][:120]
    found = [rule.id for page in pages for rule, _ in matches(RULES, page)]

    assert len(found) <= LIMIT * sum(page.words for page in pages) / 1000, found


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        (misspelling.check, "Recieve", "Receive"),
        (misspelling.check, "cardiologyst", "cardiologist"),
        (wrong_past.check, "gived", "given"),
        (wrong_plural.check, "Informations", "Information"),
    ],
)
def test_suggestion_keeps_the_capital(rule, wrong, right):
    found = matches([rule], document(f"{wrong} helps."))

    assert [match.suggestions for _, match in found] == [(right,)]


def test_no_right_word_is_also_a_wrong_one():
    for name in ("misspellings", "wrong-pasts", "wrong-plurals"):
        mapping = grammar.pairs(name)
        assert not set(mapping) & set(mapping.values())


def test_list_is_not_read_as_a_mapping():
    with pytest.raises(TypeError, match="common-nouns is a list"):
        grammar.pairs("common-nouns")
    with pytest.raises(TypeError, match="misspellings is a mapping"):
        grammar.words("misspellings")
