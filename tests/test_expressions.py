"""An expression that was kept is the one that Python would compile."""

import re

import pytest

from medlint import compiled, expressions, pack
from medlint.conditions import Guarded
from medlint.expressions import expression, named
from medlint.matchers.pattern import Pattern
from medlint.matchers.phrases import Phrase

TEXT = "The Straße was wet; 12.5 % of Hollowbrook’s nurses FELL, (two) twice."
EXPRESSIONS = [
    (r"\b(?P<word>[a-z]+)\b", re.IGNORECASE),
    (r"(?<!\w)(?:a|b|the) (?P<flagged>\w+)(?!\w)", re.IGNORECASE),
    (r"\d+(?:\.\d+)? ?%", 0),
    (r"(?P<open>\()?two(?(open)\))", 0),
    ("^ \\w+  # a word\n", re.VERBOSE | re.MULTILINE),
    ("[ß-ü’]|[^\\W\\d_]{5,}", 0),
    (r"(?>nurs)e++s", 0),
    ("", 0),
]


@pytest.fixture(params=["new", "kept"])
def made(request, tmp_path):
    """Return a function that compiles: for the first time, or from what an earlier run kept."""

    def make(regex, flags):
        compiled.keep(tmp_path)
        pattern = expression(regex, flags)
        if request.param == "kept":
            compiled.save()
            compiled.keep(tmp_path)
            pattern = expression(regex, flags)
        return pattern

    yield make
    compiled.save()


@pytest.mark.parametrize(("regex", "flags"), EXPRESSIONS)
def test_expression_is_what_python_compiles(made, regex, flags):
    ours, theirs = made(regex, flags), re.compile(regex, flags)

    assert ours == theirs
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)
    assert ours.groupindex == theirs.groupindex
    found = [(match.span(), match.groupdict(), match.lastgroup) for match in ours.finditer(TEXT)]
    assert found == [(m.span(), m.groupdict(), m.lastgroup) for m in theirs.finditer(TEXT)]


def test_kept_expression_is_not_written_again(tmp_path):
    compiled.keep(tmp_path)
    named(("phrase", "1"), lambda: "nurses?")
    compiled.save()
    compiled.keep(tmp_path)

    pattern = named(("phrase", "1"), lambda: pytest.fail("it was written again"))
    compiled.save()

    assert pattern.findall("a nurse, two nurses") == ["nurse", "nurses"]


@pytest.mark.parametrize(
    "kept", [(0, 0, {}, b"\xff" * 64), (0, 5, {"a": 9}, b""), ("x",), 7, (0, 1, {}, b"odd")]
)
def test_wrong_code_is_made_again(tmp_path, kept):
    compiled.keep(tmp_path)
    compiled.put("expression", ("nurse", "0"), kept)

    assert expression("nurse").findall("a nurse") == ["nurse"]
    compiled.save()


def test_wrong_expression_is_told_as_by_python():
    with pytest.raises(re.error, match="missing"):
        expression("(nurse")


def test_python_with_other_insides_compiles_by_itself(monkeypatch):
    monkeypatch.setattr(expressions, "compiler", None)

    assert expression("n(?P<rest>urse)").search("a nurse")["rest"] == "urse"


def test_expressions_of_the_shipped_rules_are_those_python_compiles():
    compared = 0
    for shipped in pack.shipped():
        for rule in pack.load(shipped).rules:
            for probe in rule.probes[:3]:
                find = probe.find.find if isinstance(probe.find, Guarded) else probe.find
                if isinstance(find, Phrase | Pattern):
                    regex = find._regex() if isinstance(find, Phrase) else find.regex
                    theirs = re.compile(regex)
                    assert find.expression.groupindex == theirs.groupindex
                    texts = (*rule.bad, *rule.good)
                    for text in texts:
                        assert find.expression.findall(text.lower()) == theirs.findall(text.lower()), rule.id
                    compared += 1
    assert compared > 50
