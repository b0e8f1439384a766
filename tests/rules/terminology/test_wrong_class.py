"""Statements of class, made from the taxonomy: the false ones are found, the true ones are silent."""

from collections.abc import Iterator

import pytest

from medlint import taxonomy
from medlint.inflection import noun_forms
from medlint.parsers import parse
from medlint.rule import whole
from medlint.rules.terminology import wrong_class

FALSE = ("{term} is a kind of {kind}.", "We offer {kinds} such as {term}.")
TRUE = (*FALSE, "{term} is not a kind of {wrong}.", "Is {term} a kind of {wrong}?")
EVERY = 3  # of the terms, so that the test stays quick


def found(text: str) -> list[str]:
    document = parse("page.txt", text.encode())
    (probe,) = wrong_class.check.probes
    passages = [whole(document)] if probe.scope == "document" else document.sentences
    return [document.text[m.region.start : m.region.end] for p in passages for m in probe.find(document, p)]


def statements() -> Iterator[tuple[bool, str]]:
    """Yield sentences with whether they are false."""
    known = taxonomy.load()
    for name in sorted(known.terms)[::EVERY]:
        own = known.kinds[known.terms[name].kinds[0]]
        wrong = next((kind for kind in known.kinds.values() if known.excludes(name, kind.name)), None)
        if wrong is None or " " in own.names[0] or " " in wrong.names[0]:
            continue
        words = {"term": name, "kind": own.names[0], "kinds": _plural(own.names[0]), "wrong": wrong.names[0]}
        yield from ((False, _capital(each.format(**words))) for each in TRUE)
        words |= {"kind": wrong.names[0], "kinds": _plural(wrong.names[0])}
        yield from ((True, _capital(each.format(**words))) for each in FALSE)


def _plural(noun: str) -> str:
    return noun_forms(noun)[1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


MADE = tuple(statements())


def test_false_statements_are_found():
    false = [text for is_false, text in MADE if is_false]
    missed = [text for text in false if not found(text)]

    assert len(false) >= 100
    assert len(missed) <= 0.1 * len(false), missed


def test_true_statements_are_silent():
    true = [text for is_false, text in MADE if not is_false]
    wrong = [text for text in true if found(text)]

    assert len(true) >= 150
    assert len(wrong) <= 0.01 * len(true), wrong


@pytest.mark.parametrize(
    "text",
    [
        "Unlike surgery, chemotherapy reaches the whole body.",
        "Some people believe that laser treatment is a kind of surgery.",
        "Chemotherapy comes before the operation.",
    ],
)
def test_words_side_by_side_are_no_statement(text):
    assert found(text) == []
