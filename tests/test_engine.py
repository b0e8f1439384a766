"""The engine looks where an anchor stands, names a rule that fails, and misses nothing."""

from collections.abc import Iterator

from medlint import engine
from medlint.errors import RuleError
from medlint.model import Document, Match, Passage, Region
from medlint.rule import Probe, Rule
from tests.documents import document


def make(find, anchors=(), scope="sentence", id="overclaim.test") -> Rule:
    sources = ("https://example.org/",)
    return Rule(
        id, "“{text}”", "note", "wording", "why", "advice", sources, (), (), (Probe(anchors, find, scope),)
    )


def everything(_: Document, passage: Passage) -> Iterator[Match]:
    yield Match(passage.region)


def seen(rule: Rule, page: Document) -> list[str]:
    return [page.text[m.region.start : m.region.end] for _, m in engine.run(engine.build([rule]), page)]


PAGE = document("The cure works. It is new.", "Risk-free curettage. The cure! A cure and a cure.")


def test_only_sentences_with_an_anchor_are_looked_at_once_each():
    assert seen(make(everything, ("cure",)), PAGE) == ["The cure works.", "The cure!", "A cure and a cure."]


def test_hyphen_and_space_are_one_for_an_anchor():
    assert seen(make(everything, ("risk free",)), PAGE) == ["Risk-free curettage."]


def test_block_and_document_are_looked_at_once():
    assert seen(make(everything, ("cure",), "block"), PAGE) == [block.text for block in PAGE.blocks]
    assert seen(make(everything, ("cure",), "document"), PAGE) == [PAGE.text]


def test_rule_without_anchors_sees_every_passage():
    assert len(seen(make(everything), PAGE)) == 5
    assert len(seen(make(everything, scope="block"), PAGE)) == 2
    assert seen(make(everything, scope="document"), PAGE) == [PAGE.text]


def test_anchor_that_ends_in_a_sign_is_found():
    assert seen(make(everything, ("100%",)), document("It is 100% safe. None.")) == ["It is 100% safe."]


def test_failing_rule_is_named_and_the_others_go_on():
    def fail(*_: object) -> Iterator[Match]:
        raise KeyError("oops")

    rules = [make(fail, id="overclaim.broken"), make(everything, ("new",), id="overclaim.whole")]
    results = list(engine.run(engine.build(rules), PAGE))

    assert [(rule.id, type(result)) for rule, result in results] == [
        ("overclaim.broken", RuleError),
        ("overclaim.whole", Match),
    ]
    assert str(results[0][1]) == "page.txt: rule overclaim.broken failed: KeyError: 'oops'"


def test_looking_at_names_the_probes_at_a_place():
    built = engine.build([make(everything, ("cure",)), make(everything, ("new",), id="overclaim.other")])

    assert [rule.id for rule, _, _ in engine.looking_at(built, PAGE, 4)] == ["overclaim.test"]


def test_no_rules_find_nothing():
    assert list(engine.run(engine.build([]), PAGE)) == []


def test_region_is_in_the_passage():
    assert Region(0, 5).contains(Region(1, 5))
    assert not Region(0, 5).contains(Region(1, 6))
    assert Region(0, 5).overlaps(Region(4, 9))
    assert not Region(0, 5).overlaps(Region(5, 9))
