"""The lists of wrong and right wordings: each is found, and what it suggests is right."""

from collections import defaultdict
from functools import cache

import pytest

from medlint import config, engine, lexicons, pack, parsers, shapes
from medlint.errors import PackError
from medlint.examples import broken
from medlint.matchers import partner_tables
from medlint.matchers.pair import Pair
from medlint.matchers.pair_slots import Slot
from medlint.matchers.pairs import compiled
from medlint.model import Match
from medlint.pack import PackShape
from medlint.rule import Rule

PACKS = ("grammar-prepositions", "grammar-words", "grammar-extra", "grammar-partners", "grammar-frames")
RULES = tuple(rule for name in PACKS for rule in pack.load(config.folder() / f"{name}.yaml").rules)
BEFORE, AFTER = "Zzz ", " zzz"
SAMPLES = {
    "..": "",
    "{#}": "5",
    "B": "decide",
    "G": "deciding",
    "N": "taken",
    "P": "clinics",
    "J": "abdominal",
    "U": "clinic",
}
"""A word for each class of words that a wording leaves open."""


@cache
def lists() -> dict[str, list[Pair]]:
    """Return rule id → its pairs."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for name in PACKS:
        path = config.folder() / f"{name}.yaml"
        shape = shapes.load(str(path), path.read_text(encoding="utf-8"), PackShape, PackError)
        own = lexicons.expand(dict(shape.lexicons), lexicons.irregular_verbs())
        for rule in shape.rules:
            for way in rule.match if isinstance(rule.match, list) else [rule.match]:
                if way.pairs:
                    found[rule.id] += compiled(way.pairs, {**lexicons.shipped(), **own})
    return found


@cache
def everything() -> engine.Engine:
    return engine.build(RULES)


def sample(slot: Slot) -> str:
    """Return the shortest word that fits a part of a wording."""
    if slot.forms:
        return min(slot.forms, key=len)
    return SAMPLES.get(slot.source) or next((SAMPLES[each] for each in slot.letters if each in SAMPLES), "")


def texts(pair: Pair) -> list[str]:
    """Return sentences that hold a pair: each form of its first part, the first of the others."""
    rest = [sample(slot) for slot in pair.slots[1:]]
    before = "" if pair.is_opening else BEFORE
    after = "." if pair.is_closing else AFTER
    if pair.is_opening and pair.is_closing:  # of a list of symptoms
        before, after = "- fever\n- ", ""
    firsts = pair.slots[0].forms[:8] or (sample(pair.slots[0]),)
    return [f"{before}{' '.join(filter(None, [form, *rest]))}{after}" for form in firsts]


def found_in(text: str) -> list[tuple[Rule, int, int, tuple[str, ...]]]:
    """Return rule, start and end in the text, suggestions."""
    page = parsers.parse("page.md", text.encode())
    return [
        (rule, *page.source(match.region), match.suggestions)
        for rule, match in engine.run(everything(), page)
        if isinstance(match, Match) and match.region
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule):
    assert list(broken(rule)) == []


@pytest.mark.parametrize("rule_id", sorted(lists()))
def test_every_wording_is_found(rule_id):
    silent = [
        text
        for pair in lists()[rule_id]
        for text in texts(pair)
        if rule_id not in {rule.id for rule, *_ in found_in(text)}
    ]

    assert silent == []


@pytest.mark.parametrize("rule_id", sorted(lists()))
def test_right_wording_is_not_flagged_in_its_place(rule_id):
    wrong = []
    for pair in lists()[rule_id]:
        for text in texts(pair):
            for _, start, end, suggestions in found_in(text):
                for right in suggestions:
                    mended = text[:start] + right + text[end:]
                    last = start + len(right)
                    again = [
                        rule.id
                        for rule, first, after, _ in found_in(mended)
                        if first < last and after > start
                    ]
                    wrong += [(text, mended, again)] if again else []

    assert wrong == []


def test_no_wording_is_flagged_under_two_labels():
    twice = {
        text
        for pairs in lists().values()
        for pair in pairs
        for text in texts(pair)[:1]
        if len({rule.label for rule, *_ in found_in(text)}) > 1
    }

    assert twice == set()


def test_lists_are_as_long_as_promised():
    numbers = {rule: sum(1 for _ in pairs) for rule, pairs in lists().items()}
    prepositions = [rule.id for rule in RULES if rule.label == "grammar.preposition"]
    words = [rule.id for rule in RULES if rule.label == "grammar.wordchoice"]

    assert sum(numbers[rule] for rule in prepositions) >= 400
    assert sum(numbers[rule] for rule in words) >= 500


def test_no_wording_stands_in_two_lists():
    owners = defaultdict(list)
    for rule, pairs in lists().items():
        for pair in pairs:
            owners[" ".join(slot.source for slot in pair.slots), pair.is_opening, pair.is_closing].append(
                rule
            )

    assert {wording: rules for wording, rules in owners.items() if len(rules) > 1} == {}


def tables(kind: str) -> list[tuple[str, str, str]]:
    """Return rule id, name of a table and its text, of all tables of a kind."""
    found = []
    for name in PACKS:
        path = config.folder() / f"{name}.yaml"
        shape = shapes.load(str(path), path.read_text(encoding="utf-8"), PackShape, PackError)
        for rule in shape.rules:
            for way in rule.match if isinstance(rule.match, list) else [rule.match]:
                spec = getattr(way.pairs, kind) if way.pairs else None
                found += [(rule.id, table, text) for table, text in spec or () if text]
    return found


@pytest.mark.parametrize(("rule_id", "kind", "text"), tables("prepositions"))
def test_every_head_of_a_table_is_found_with_a_wrong_preposition(rule_id, kind, text):
    frames = {
        "verbs": "We {} {} {} zzz.",
        "objects": "We {} you {} {} zzz.",
        "adjectives": "Is {} {} {} zzz.",
        "nouns": "A {} {} {} zzz.",
    }
    silent = []
    for word, head in partner_tables.heads(text, kind):
        wrong = [(each, "the") for each in sorted(head.wrong - {"-"})] + sorted(head.before)
        for preposition, following in wrong:
            sentence = frames[kind].format(word, preposition, following)
            silent += [sentence] if rule_id not in {rule.id for rule, *_ in found_in(sentence)} else []

    assert silent == []


@pytest.mark.parametrize(("rule_id", "kind", "text"), tables("collocations"))
def test_every_noun_of_a_table_is_found_with_a_wrong_partner(rule_id, kind, text):
    silent = []
    for noun, partners in partner_tables.partners(text, kind):
        for partner in partners:
            sentence = (
                f"Zzz {partner} a {noun.replace('_', ' ')} zzzly."
                if kind == "verbs"
                else f"A {partner} {noun.replace('_', ' ')}."
            )
            silent += [sentence] if rule_id not in {rule.id for rule, *_ in found_in(sentence)} else []

    assert silent == []
