from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from medlint import settings
from medlint.errors import SettingsError
from medlint.model import Document, Match, Passage
from medlint.rule import Rule, rule, whole
from medlint.selection import check_version, named, selected

IDS = (
    "statistic.ceiling",
    "statistic.floor",
    "overclaim.best",
    "overclaim.best-ever",
    "overclaim.cure",
    "safety-notation.zero",
)

Read = Callable[[str], settings.Settings]


def make(id: str, *, profiles: tuple[str, ...] = ("general",)) -> Rule:
    @rule(
        id=id,
        message="“{text}” is wrong.",
        severity="warning",
        needs="wording",
        advice="Leave it out.",
        sources=["https://example.org"],
        bad=["[[x]]", "[[y]]"],
        good=["a", "b"],
        profiles=profiles,
    )
    def check(
        _: Document,
        passage: Passage,
        *,
        max_words: int = 25,
        share: float = 0.5,
        mark: str = "!",
        strict: bool = False,
    ) -> Iterator[Match]:
        yield Match(passage.region, {"options": f"{max_words} {share} {mark} {strict}"})

    return check


def without_options(id: str) -> Rule:
    return replace(make(id), options={})


RULES = tuple(map(make, IDS))


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Read settings from a text."""
    monkeypatch.chdir(tmp_path)

    def read_text(text: str) -> settings.Settings:
        path = tmp_path / "medlint.yaml"
        path.write_text(text, encoding="utf-8")
        return settings.read(path)

    return read_text


def chosen(loaded: settings.Settings) -> list[str]:
    return [rule.id for rule in selected(RULES, loaded)]


def told(loaded: settings.Settings, rules: tuple[Rule, ...] = RULES) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        selected(rules, loaded)
    return [str(mistake).removeprefix("medlint.yaml:") for mistake in caught.value.mistakes]


def options_of(rule: Rule) -> str:
    document = Document("page.md", "text", (), None, "text", "")  # type: ignore[arg-type]
    return next(iter(rule.probes[0].find(document, whole(document)))).words["options"]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("statistic", ("statistic.ceiling", "statistic.floor")),
        ("statistic.", ("statistic.ceiling", "statistic.floor")),
        ("overclaim.best", ("overclaim.best",)),
        ("overclaim.best-", ("overclaim.best-ever",)),
        ("safety-notation", ("safety-notation.zero",)),
        ("safety", ()),
        ("safety-", ()),
        ("overclaim.bes", ()),
        ("overclaim.cures", ()),
        ("", ()),
        (".", ()),
    ],
)
def test_a_name_stands_for_whole_words_of_ids(name: str, ids: tuple[str, ...]) -> None:
    assert named(name, IDS) == ids


def test_the_beginning_of_ids_is_a_name_where_no_rule_has_it() -> None:
    assert named("overclaim.most", ("overclaim.most-loved", "overclaim.most-ever", "overclaim.mostly")) == (
        "overclaim.most-loved",
        "overclaim.most-ever",
    )


def test_without_settings_all_rules_run(tmp_path: Path) -> None:
    assert selected(RULES, settings.default(tmp_path)) == RULES


def test_select_and_ignore_take_categories_and_ids(read: Read) -> None:
    assert chosen(read("select: [overclaim, statistic.floor]\nignore: [overclaim.cure]")) == [
        "statistic.floor",
        "overclaim.best",
        "overclaim.best-ever",
    ]


def test_rules_of_a_profile_run_in_that_profile(read: Read) -> None:
    rules = (
        *RULES,
        make("regulatory.advert", profiles=("de", "tr")),
        make("grammar.x", profiles=("patient",)),
    )

    german = selected(rules, read("profile: {market: de}"))
    patient = selected(rules, read("profile: {market: uk, audience: patient}"))

    assert [rule.id for rule in german if rule not in RULES] == ["regulatory.advert"]
    assert [rule.id for rule in patient if rule not in RULES] == ["grammar.x"]


def test_the_longest_name_sets_the_severity(read: Read) -> None:
    loaded = read("severity: {overclaim.cure: error, overclaim: note}")

    assert {rule.id: rule.severity for rule in selected(RULES, loaded)} == {
        "statistic.ceiling": "warning",
        "statistic.floor": "warning",
        "overclaim.best": "note",
        "overclaim.best-ever": "note",
        "overclaim.cure": "error",
        "safety-notation.zero": "warning",
    }


def test_options_reach_the_check(read: Read) -> None:
    loaded = read(
        "options:\n"
        "  overclaim.cure: {max-words: 9}\n"
        "  overclaim: {share: 1, max-words: 5, strict: true, mark: '?'}\n"
    )

    found = {rule.id: options_of(rule) for rule in selected(RULES, loaded)}

    assert found["overclaim.cure"] == "9 1.0 ? True"
    assert found["overclaim.best"] == "5 1.0 ? True"
    assert found["statistic.floor"] == "25 0.5 ! False"


def test_an_option_of_a_category_goes_to_the_rules_that_have_it(read: Read) -> None:
    rules = (make("overclaim.best"), without_options("overclaim.cure"))

    found = selected(rules, read("options: {overclaim: {max-words: 5}}"))

    assert options_of(found[0]) == "5 0.5 ! False"
    assert options_of(found[1]) == "25 0.5 ! False"


def test_all_unknown_names_are_told_at_once_with_their_places(read: Read) -> None:
    loaded = read("""\
select: [overclaim.cuer, statistic]
ignore:
  - statistics
severity:
  overclam: note
options:
  statistic.ceil: {max-words: 3}
overrides:
  - files: [x]
    select: [statistic.flor]
    severity: {banana: note}
allow:
  - {rule: overclaim.best-evr, words: x, reason: y}
""")

    assert told(loaded) == [
        "1:10: select: no rule is called 'overclaim.cuer', did you mean 'overclaim.cure'?",
        "3:5: ignore: no rule is called 'statistics', did you mean 'statistic'?",
        "5:3: severity.overclam: no rule is called 'overclam', did you mean 'overclaim'?",
        "7:3: options.statistic.ceil: no rule is called 'statistic.ceil', did you mean 'statistic.ceiling'?",
        "10:14: overrides.select: no rule is called 'statistic.flor', did you mean 'statistic.floor'?",
        "11:16: overrides.severity.banana: no rule is called 'banana'",
        "13:12: allow.rule: no rule is called 'overclaim.best-evr', did you mean 'overclaim.best-ever'?",
    ]


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("max-word: 3", "has no option 'max-word', did you mean 'max-words'?"),
        ("banana: 3", "has no option 'banana'; it has mark, max-words, share, strict"),
        ("max-words: many", "a whole number expected, not 'many'"),
        ("max-words: true", "a whole number expected, not True"),
        ("share: x", "a number expected, not 'x'"),
        ("strict: 1", "true or false expected, not 1"),
        ("mark: 3", "text expected, not 3"),
    ],
)
def test_a_wrong_option_is_told_with_its_place(option: str, message: str, read: Read) -> None:
    (found,) = told(read(f"options:\n  overclaim.cure:\n    {option}\n"))

    key, _, value = option.partition(": ")
    column = 5 if "has no option" in message else 5 + len(key) + 2
    assert found.startswith(f"3:5: options.overclaim.cure.{key}: " if column == 5 else f"3:{column}: options")
    assert found.endswith(message)
    assert value


def test_a_rule_without_options_says_so(read: Read) -> None:
    loaded = read("options: {overclaim.cure: {max-words: 3}}")

    assert told(loaded, (without_options("overclaim.cure"),)) == [
        "1:28: options.overclaim.cure.max-words: overclaim.cure has no option 'max-words'; it has none"
    ]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("select: []", ["1:9: select: no rule is selected; leave the key out to have all"]),
        (
            "select: [overclaim.cure]\nignore: [overclaim]",
            ["1:9: select: no rule is left; to leave files out, use exclude"],
        ),
        (
            "ignore: [overclaim, statistic, safety-notation]",
            ["1:9: ignore: no rule is left; to leave files out, use exclude"],
        ),
        (
            "select: [statistic]\noverrides:\n  - files: [x]\n    ignore: [statistic]",
            ["4:13: overrides.ignore: no rule is left; to leave files out, use exclude"],
        ),
    ],
)
def test_a_selection_without_rules_is_a_mistake(text: str, mistakes: list[str], read: Read) -> None:
    assert told(read(text)) == mistakes


def test_overrides_of_a_file_are_selected(read: Read) -> None:
    loaded = read(
        "overrides:\n  - files: [press/]\n    select: [statistic]\n    severity: {statistic: error}"
    )

    found = selected(RULES, settings.for_path(loaded, Path("press/page.md")))

    assert [(rule.id, rule.severity) for rule in found] == [
        ("statistic.ceiling", "error"),
        ("statistic.floor", "error"),
    ]


@pytest.mark.parametrize(
    ("wanted", "version"),
    [
        (">=0.1", "0.1.0"),
        ("0.1", "0.1.0"),
        ("==0.1.0", "0.1"),
        (">=0.1, <1", "0.9.3"),
        ("!=0.2", "0.1"),
        (">0.1,<=0.2", "0.2.0.dev1"),
    ],
)
def test_a_fitting_version_is_accepted(wanted: str, version: str, read: Read) -> None:
    check_version(read(f"required-version: '{wanted}'"), version)


def test_settings_without_a_version_fit_every_one(tmp_path: Path) -> None:
    check_version(settings.default(tmp_path), "0.1.0")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (">=2", "these settings are for medlint >=2, this is medlint 0.1.0"),
        ("<0.1", "these settings are for medlint <0.1, this is medlint 0.1.0"),
        ("newest", "'newest' is no version; write '>=0.1' or '==0.1.0'"),
    ],
)
def test_another_version_is_refused(wanted: str, message: str, read: Read) -> None:
    with pytest.raises(SettingsError) as caught:
        check_version(read(f"required-version: '{wanted}'"), "0.1.0")

    assert str(caught.value) == f"medlint.yaml:1:19: required-version: {message}"


def test_rule_does_not_run_for_an_audience_that_it_is_not_for(read: Read) -> None:
    advert = replace(make("regulatory.advert", profiles=("uk",)), not_for=("professional",))
    rules = (*RULES, advert)

    assert advert.id in [rule.id for rule in selected(rules, read("profile: {market: uk}"))]
    told = read("profile: {market: uk, audience: professional}")
    assert advert.id not in [rule.id for rule in selected(rules, told)]
