"""Words for people: our own sentences are found, sound ones stay silent, suggestions mend."""

import pytest

from medlint import engine, parsers
from medlint.errors import UsageError
from medlint.rules.person_first import identity_wording
from tests.notation import applied, findings, lines, unmarked

FAULTY = lines("person-first-faulty.txt")
SOUND = lines("person-first-sound.txt")


@pytest.mark.parametrize("line", FAULTY)
def test_word_that_labels_people_is_found(line):
    text, spans = unmarked(line)
    found = findings(text)

    assert len(found) == len(spans)
    assert all(
        (each.start or 0) < end and start < (each.end or 0)
        for each, (start, end) in zip(found, spans, strict=True)
    )


@pytest.mark.parametrize("line", FAULTY)
def test_suggestion_stands_in_place_of_the_words_and_mends_them(line):
    text, _ = unmarked(line)
    found = findings(text)

    assert all(each.suggestions for each in found)
    assert findings(applied(text, found)) == ()


@pytest.mark.parametrize("line", SOUND)
def test_innocent_use_stays_silent(line):
    assert [(each.rule, each.text) for each in findings(line)] == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Diabetics heal slowly.", "People with diabetes heal slowly."),
        ("Epileptic children swim here.", "Children with epilepsy swim here."),
        ("An asthmatic may swim.", "A person with asthma may swim."),
        ("She is an elderly diabetic.", "She is an elderly person with diabetes."),
        ("Cancer victims come.", "People with cancer come."),
        ("Alzheimer's sufferers come.", "People with Alzheimer's come."),
        ("Patients suffering from lupus come.", "Patients with lupus come."),
        ("She failed physiotherapy and came.", "She had physiotherapy without success and came."),
        ("The obese wait.", None),
    ],
)
def test_mended_sentence_is_english(text, mended):
    result = applied(text, findings(text))

    assert mended is None or result == mended


def prefers(text: str, **options: str) -> list[tuple[str, str]]:
    """Return the wordings that are flagged with these options, and the suggested ones."""
    rule = identity_wording.check.with_options(options)
    document = parsers.parse("page.md", text.encode())
    found = (match for _, match in engine.run(engine.build([rule]), document))
    return [(document.text[m.region.start : m.region.end], m.suggestions[0]) for m in found]


BOTH = "Autistic people and people with autism met. Deaf people came; people with hearing loss did too."


def test_nothing_is_preferred_until_somebody_chooses():
    assert prefers(BOTH) == []


def test_person_first_wording_can_be_preferred():
    assert prefers(BOTH, autism="person-first") == [("Autistic people", "People with autism")]


def test_identity_first_wording_can_be_preferred_for_each_community():
    assert prefers(BOTH, autism="identity-first") == [("people with autism", "autistic people")]
    assert prefers(BOTH, deafness="identity-first") == [("people with hearing loss", "deaf people")]


def test_preference_of_the_wrong_type_is_refused():
    with pytest.raises(UsageError, match="autism"):
        prefers(BOTH, autism=True)  # type: ignore[arg-type]
