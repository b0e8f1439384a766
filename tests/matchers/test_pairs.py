"""Pairs find a wrong wording in all its forms and offer the right one in the same form."""

import pytest

from medlint.matchers.pairs import Spec, probes
from tests.documents import document

LEXICONS = {"them": ("patients", "you"), "do": ("be", "cut", "move", "rest"), "test": ("x ray", "scan")}


def found(text, **spec):
    """Return what is flagged and its suggestions, in reading order."""
    page = document(text)
    (probe,) = probes(Spec.model_validate(spec), LEXICONS)
    matches = sorted(probe.find(page, page.sentences[0]), key=lambda match: match.region.start)
    return [(page.text[match.region.start : match.region.end], match.suggestions) for match in matches]


@pytest.mark.parametrize(
    ("text", "flagged", "suggestion"),
    [
        ("It depends of age.", "depends of", "depends on"),
        ("Depending of age it hurts.", "Depending of", "Depending on"),
        ("DEPENDING OF AGE", "DEPENDING OF", "DEPENDING ON"),
        ("He wore of it.", "wore of", "carried"),
        ("It was worn of him.", "worn of", "carried"),
        ("It referred at you.", "referred at", "preferred"),
        ("They refer at you.", "refer at", "prefer"),
        ("We are referring at you.", "referring at", "preferring"),
        ("It begins of pain.", "begins of", "starts with"),
        ("Beginning of pain.", "Beginning of", "Starting with"),
    ],
)
def test_suggestion_has_the_form_of_the_verb(text, flagged, suggestion):
    verbs = {"depend of": "depend on", "wear of": "carry", "refer at": "prefer", "begin of": "start with"}

    assert found(text, verbs=verbs) == [(flagged, (suggestion,))]


@pytest.mark.parametrize(
    ("before", "suggestion"),
    [("have", "taken"), ("We", "took"), ("was carefully", "taken"), ("hasn't", "taken")],
)
def test_past_and_participle_are_told_apart_by_what_stands_before(before, suggestion):
    assert found(f"Nurses {before} made a photo.", verbs={"make a photo": "take a photo"}) == [
        ("made a photo", (f"{suggestion} a photo",))
    ]


def test_noun_keeps_its_number():
    nouns = {"demand of": "demand for"}

    assert found("Demands of a demand of x.", nouns=nouns) == [
        ("Demands of", ("Demands for",)),
        ("demand of", ("demand for",)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It guards patients of pain.", [("guards patients of", ("guards patients from",))]),
        ("Guard You of pain.", [("Guard You of", ("Guard You from",))]),
        ("It guards me of pain.", []),
    ],
)
def test_entry_of_a_lexicon_is_carried_over(text, expected):
    assert found(text, verbs={"guard {them} of": "guard {them} from"}) == expected


def test_lexicon_entry_also_finds_its_hyphen():
    assert found("We make X-ray today.", verbs={"make {test}": "do {test}"}) == [
        ("make X-ray", ("do X-ray",))
    ]


def test_ending_is_put_on_and_taken_off():
    assert found("Avoid to cut it.", verbs={"avoid to {do}": "avoid {do:ing}"}) == [
        ("Avoid to cut", ("Avoid cutting",))
    ]
    assert found("He wants moving.", verbs={"want {do:ing}": "want to {do}"}) == [
        ("wants moving", ("wants to move",))
    ]
    assert found("Without to be ill.", words={"without to {do}": "without {do:ing}"}) == [
        ("Without to be", ("Without being",))
    ]


@pytest.mark.parametrize(
    ("wrong", "right", "text", "expected"),
    [
        ("in [the] web", "on [the] web", "Look in web now.", [("in web", ("on web",))]),
        ("in [the] web", "on [the] web", "Look in the web now.", [("in the web", ("on the web",))]),
        ("[very] much big", "very big", "Much big houses.", [("Much big", ("Very big",))]),
        ("(a|an) other", "another", "It is a other day.", [("a other", ("another",))]),
        ("tell <to> you", "~", "They tell to you.", [("to", ("~",))]),
        ("^ welcome in", "welcome to", "Be welcome in town.", []),
        ("^ welcome in", "welcome to", "Welcome in town.", [("Welcome in", ("Welcome to",))]),
        ("walk everyday $", "walk daily", "You walk everyday, he too.", [("walk everyday", ("walk daily",))]),
        ("walk everyday $", "walk daily", "You walk everyday tracks.", []),
        ("in fact,", "indeed,", "He is in fact, ill.", [("in fact,", ("indeed,",))]),
        ("follow up", "track", "A follow-up of it.", []),
        ("in web", "on web", "The built-in web page, in web-pages, www.in web.x", []),
    ],
)
def test_notation(wrong, right, text, expected):
    assert found(text, words={wrong: right}) == expected


def test_several_right_wordings_and_none():
    assert found("A b.", words={"a b": ["c", "d"]}) == [("A b", ("C", "D"))]
    assert found("A b.", words={"a b": None}) == [("A b", ())]


@pytest.mark.parametrize(
    ("wrong", "right", "problem"),
    [
        ("heal {nobody}", "cure", "'heal {nobody}': there is no lexicon 'nobody'"),
        ("heal {do:ed}", "cure", "'heal {do:ed}': there is no lexicon 'do:ed'"),
        ("heal you", "heal {them}", "'heal {them}': {them} does not stand in 'heal you'"),
        ("[heal]", "cure", "'[heal]' needs at least one word that is not optional"),
        (", heal", "cure", "', heal' does not begin with a letter or digit"),
    ],
)
def test_mistake_is_named(wrong, right, problem):
    with pytest.raises(ValueError, match=r".") as error:
        probes(Spec(words={wrong: right}), LEXICONS)

    assert str(error.value) == problem


@pytest.mark.parametrize(
    ("wrong", "right", "text", "expected"),
    [
        (
            "without to {=B}",
            "without {=B:ing}",
            "Without to decide.",
            [("Without to decide", ("Without deciding",))],
        ),
        ("without to {=B}", "without {=B:ing}", "Without to rest, without to zzz.", []),
        (
            "able to {=G}",
            "able to {=G:base}",
            "Able to deciding.",
            [("Able to deciding", ("Able to decide",))],
        ),
        ("a own {~UC}", "an own {~UC}", "A own zzz, a own clinic, a own of.", 2),
        ("since {#} days", "for {#} days", "Since 2 to 3 days, since ten days.", 2),
        (
            "heal .. good",
            "heal .. well",
            "They heal very often good.",
            [("heal very often good", ("heal very often well",))],
        ),
        ("heal .. good", "heal .. well", "They heal good.", [("heal good", ("heal well",))]),
        ("heal .. good", "heal .. well", "They heal a good wound.", []),
    ],
)
def test_open_places(wrong, right, text, expected):
    result = found(text, words={wrong: right})

    assert (len(result) if isinstance(expected, int) else result) == expected


def test_text_with_one_pair_a_line():
    words = "in web: on web | on the web\nto and fro: ~\n"

    assert found("Look in web, to and fro.", words=words) == [
        ("in web", ("on web", "on the web")),
        ("to and fro", ()),
    ]


def test_line_without_a_right_wording_is_named():
    with pytest.raises(ValueError, match="'in web' is not of the form 'wrong: right'"):
        Spec(words="in web")


def test_words_next_to_it_silence_a_wording():
    spec = {"words": {"in web": "on web"}, "behind-none-of": ["built"], "before-none-of": ["page of"]}

    assert found("Look in web. A built in web or in web page of us.", **spec) == [("in web", ("on web",))]


def test_table_is_a_search_of_its_own():
    spec = Spec.model_validate(
        {
            "words": {"in web": "on web"},
            "prepositions": {"verbs": "rely on: of"},
            "collocations": {"verbs": "take photo: make"},
        }
    )

    assert len(probes(spec, LEXICONS)) == 3
