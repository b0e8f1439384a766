import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from medlint import settings
from medlint.errors import SettingsError

FULL = """\
required-version: ">=0.1"
profile:
  market: uk
  audience: patient
packs:
  - house.yaml
select: [statistic, overclaim]
ignore: [statistic.ceiling]
severity:
  overclaim: warning
options:
  overclaim.long-claim:
    max-words: 12
words:
  accept: [Zelpax Advance]
  reject:
    - best in class
    - words: cutting-edge
      message: Name the technique instead.
      use: new
exclude: [drafts/]
overrides:
  - files: ["press/**"]
    select: [statistic]
    ignore: [statistic.floor]
    severity:
      statistic: error
    options:
      statistic.count:
        limit: 3
fail-on: warning
grammar:
  engine: builtin
tracked-changes: original
second-reader:
  enabled: true
  bar: 0.9
allowances:
  require-reason: true
allow:
  - rule: overclaim.best
    words: Best Doctors Award
    reason: The name of an award.
    files: ["about/**"]
"""
LEVELS = "error, warning, note"
FREE_KEYS = ("overclaim", "overclaim.long-claim", "max-words", "statistic", "statistic.count", "limit")

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file of the working directory."""
    monkeypatch.chdir(tmp_path)

    def write_file(text: str, name: str = "medlint.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def told(path: Path) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        settings.read(path)
    return [str(mistake) for mistake in caught.value.mistakes]


def keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from keys(value)
    if isinstance(data, list):
        for item in data:
            yield from keys(item)


def lines_with_keys() -> list[tuple[int, str]]:
    found = ((i, re.match(r"[ -]*([\w.-]+):", line)) for i, line in enumerate(FULL.splitlines(), start=1))
    return [(line, match[1]) for line, match in found if match and match[1] not in FREE_KEYS]


def test_a_full_file_is_read(write: Write) -> None:
    write("", "house.yaml")

    values = settings.read(write(FULL)).values

    assert values.profile.market == "uk"
    assert values.fail_on == "warning"
    assert values.options == {"overclaim.long-claim": {"max-words": 12}}
    assert [(each.words, each.message, each.use) for each in values.words.rejected] == [
        ("best in class", None, None),
        ("cutting-edge", "Name the technique instead.", "new"),
    ]
    assert values.allow[0].reason == "The name of an award."


def test_the_full_file_names_every_key_that_works() -> None:
    shown = set(keys(yaml.safe_load(FULL)))
    known = set(json.loads(settings.schema_text())["properties"])

    assert known - shown == {"extends", "scopes", "baseline", "evidence"}


@pytest.mark.parametrize(("line", "key"), lines_with_keys(), ids=lambda value: str(value))
@pytest.mark.parametrize("spoil", ["{}x", "x{}", "{}{}"])
def test_every_misspelt_key_names_its_line_and_the_right_key(
    line: int, key: str, spoil: str, write: Write
) -> None:
    wrong = key[:-1] + spoil.format(key[-1], key[-1])
    lines = FULL.splitlines()
    lines[line - 1] = lines[line - 1].replace(f"{key}:", f"{wrong}:")
    column = lines[line - 1].index(wrong) + 1
    write("", "house.yaml")

    mistakes = told(write("\n".join(lines)))

    unknown = [mistake for mistake in mistakes if "unknown key" in mistake]
    assert len(unknown) == 1
    assert unknown[0].startswith(f"medlint.yaml:{line}:{column}: ")
    assert unknown[0].endswith(f"{wrong}: unknown key, did you mean '{key}'?")


def test_all_mistakes_are_told_at_once(write: Write) -> None:
    text = "profile:\n  market: gb\nseverity: {overclaim: eror}\nfail-on: always\nselect: overclaim\n"

    assert told(write(text)) == [
        "medlint.yaml:2:11: profile.market: 'gb' is not one of us, uk, eu, de, tr, au, ca",
        f"medlint.yaml:3:23: severity.overclaim: 'eror' is not one of {LEVELS}; did you mean 'error'?",
        "medlint.yaml:4:10: fail-on: 'always' is not one of error, warning, note, never",
        "medlint.yaml:5:9: select: a list expected, not the text 'overclaim'; write [overclaim]",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("scopes: [heading]", "1:9: scopes"),
        ("evidence:\n  claims: claims.yaml", "2:11: evidence.claims"),
        ("allowances:\n  max-age: 90", "2:12: allowances.max-age"),
        ("profile: {register: leaflet}", "1:21: profile.register"),
    ],
)
def test_what_is_not_built_yet_is_refused(text: str, place: str, write: Write) -> None:
    assert told(write(text)) == [f"medlint.yaml:{place}: not available in this version"]


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "1:1: the file is empty"),
        ("fail-on:", "1:9: fail-on: "),
        ("select:", "1:1: select: nothing is given; leave the key out, or give it a value"),
        ("profile:\n  market: ~", "2:3: profile.market: nothing is given"),
        ("packs: [a.yaml, b.yaml]", "1:9: packs: there is no file a.yaml"),
        ("extends: other.yaml", "1:10: extends: there is no file other.yaml"),
        ("exclude: ['!']", "1:11: exclude: '!' is no pattern for files"),
        ("overrides: [{files: []}]", "1:21: overrides.files: at least 1 needed, 0 given"),
        ("allow: [{rule: overclaim, words: best}]", "1:9: allow: an allowance needs a reason"),
        ("allow: [{rule: overclaim, words: ''}]", "1:34: allow.words: the text is too short"),
    ],
)
def test_a_value_that_would_do_nothing_is_a_mistake(text: str, mistake: str, write: Write) -> None:
    assert told(write(text))[0].startswith(f"medlint.yaml:{mistake}")


def test_reasons_can_be_made_optional(write: Write) -> None:
    text = "allowances: {require-reason: no}\nallow: [{rule: overclaim, words: best}]"

    assert settings.read(write(text)).values.allow[0].reason is None


def test_a_missing_or_unreadable_file_is_named(write: Write, tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("words: {accept: [Müller]}".encode("latin-1"))
    write("", "folder/inside")

    assert told(tmp_path / "none.yaml") == ["none.yaml:1:1: there is no such file"]
    assert told(tmp_path / "latin.yaml") == ["latin.yaml:1:1: not UTF-8; save it as UTF-8 text"]
    assert told(tmp_path / "folder") == ["folder:1:1: there is no such file"]


def test_a_file_that_may_not_be_read_is_named(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    path = write("fail-on: never")
    monkeypatch.setattr(Path, "read_text", refuse)

    assert told(path) == ["medlint.yaml:1:1: cannot be read: Permission denied"]


class TestFind:
    """The search goes up to the root of the repository."""

    def test_the_nearest_file_counts(self, write: Write, tmp_path: Path) -> None:
        write("fail-on: never")
        inner = write("fail-on: note", "site/medlint.yaml")
        write("", "site/pages/page.md")

        assert settings.find(tmp_path / "site" / "pages") == inner

    def test_nothing_above_the_repository_counts(self, write: Write, tmp_path: Path) -> None:
        write("fail-on: never")
        write("", "repository/.git/HEAD")

        assert settings.find(tmp_path / "repository") is None

    def test_pyproject_counts_when_it_has_our_table(self, write: Write, tmp_path: Path) -> None:
        write("", ".git/HEAD")
        project = write('[tool.medlint]\nfail-on = "note"\n', "pyproject.toml")
        write("[tool.other]\n", "site/pyproject.toml")

        assert settings.find(tmp_path / "site") == project
        assert settings.read(project).values.fail_on == "note"

    def test_our_own_file_comes_before_pyproject(self, write: Write, tmp_path: Path) -> None:
        write('[tool.medlint]\nfail-on = "note"\n', "pyproject.toml")

        assert settings.find(tmp_path) is not None
        assert settings.find(tmp_path) != write("fail-on: never")
        assert settings.find(tmp_path) == tmp_path / "medlint.yaml"

    def test_a_broken_pyproject_with_our_table_is_found(self, write: Write, tmp_path: Path) -> None:
        project = write("[tool.medlint]\nfail-on = \n", "pyproject.toml")

        assert settings.find(tmp_path) == project
        assert told(project)[0].startswith("pyproject.toml:2:11: not readable as TOML")

    def test_a_broken_pyproject_of_others_is_passed_over(self, write: Write, tmp_path: Path) -> None:
        write("", ".git/HEAD")
        write("[tool.other\n", "pyproject.toml")

        assert settings.find(tmp_path) is None

    @pytest.mark.parametrize("name", ["medlint.yml", ".medlint.yaml"])
    def test_a_file_under_another_name_is_told(self, name: str, write: Write, tmp_path: Path) -> None:
        write("fail-on: never", name)

        with pytest.raises(SettingsError, match=rf"^{re.escape(name)}:1:1: name this file medlint.yaml$"):
            settings.find(tmp_path)


class TestExtends:
    """The nearer file wins key by key."""

    def test_mappings_are_joined_and_lists_replaced(self, write: Write) -> None:
        write("select: [a, b]\nseverity: {a: note, b: note}\nfail-on: never", "shared/base.yaml")
        near = write("extends: shared/base.yaml\nselect: [c]\nseverity: {b: error}")

        values = settings.read(near).values

        assert values.select == ("c",)
        assert values.severity == {"a": "note", "b": "error"}
        assert values.fail_on == "never"

    def test_each_value_remembers_its_line(self, write: Write) -> None:
        write("select: [a]\nseverity:\n  a: note\n  b.c: note\n", "base.yaml")
        near = write("extends: base.yaml\nseverity:\n  b.c: error\nprofile: {market: uk}")

        assert dict(settings.read(near).origins) == {
            "select": "base.yaml:1",
            "severity.a": "base.yaml:3",
            "severity.b.c": "medlint.yaml:3",
            "extends": "medlint.yaml:1",
            "profile.market": "medlint.yaml:4",
        }

    def test_packs_count_from_the_file_that_names_them(self, write: Write, tmp_path: Path) -> None:
        write("", "shared/house.yaml")
        write("packs: [house.yaml]", "shared/base.yaml")

        assert settings.read(write("extends: shared/base.yaml")).packs == (
            tmp_path / "shared" / "house.yaml",
        )

    def test_a_mistake_further_away_is_told_there(self, write: Write) -> None:
        write("fail-on: never\nscopes: [heading]", "base.yaml")

        assert told(write("extends: base.yaml")) == ["base.yaml:2:9: scopes: not available in this version"]

    def test_a_circle_is_a_mistake(self, write: Write) -> None:
        write("extends: medlint.yaml", "base.yaml")

        assert told(write("extends: base.yaml")) == [
            "base.yaml:1:1: extends: the files extend each other in a circle"
        ]


class TestOverrides:
    """Later overrides win; all count from the folder of the settings."""

    TEXT = """\
select: [a]
ignore: [b]
severity: {a: note}
overrides:
  - files: [press/, "*.draft.md"]
    ignore: [c]
    severity: {a: warning, d: error}
  - files: ["press/old/**"]
    select: [e]
    severity: {a: error}
"""

    def test_fitting_overrides_are_laid_over_in_their_order(self, write: Write, tmp_path: Path) -> None:
        loaded = settings.read(write(self.TEXT))

        values = settings.for_path(loaded, tmp_path / "press" / "old" / "page.md").values

        assert values.select == ("e",)
        assert values.ignore == ("b", "c")
        assert values.severity == {"a": "error", "d": "error"}

    def test_a_relative_path_counts_from_the_working_directory(self, write: Write) -> None:
        loaded = settings.read(write(self.TEXT))

        assert settings.for_path(loaded, Path("new.draft.md")).values.severity["a"] == "warning"

    def test_other_files_keep_the_settings(self, write: Write) -> None:
        loaded = settings.read(write(self.TEXT))

        assert settings.for_path(loaded, Path("page.md")) is loaded
        assert settings.for_path(loaded, Path("/elsewhere/page.md")) is loaded

    def test_files_with_the_same_overrides_share_their_settings(self, write: Write) -> None:
        loaded = settings.read(write(self.TEXT))

        first = settings.for_path(loaded, Path("press/a.md"))

        assert settings.for_path(loaded, Path("press/b.md")) is first


class TestCommandLine:
    """What is asked for by hand wins over the files."""

    def test_values_are_laid_over_and_ignore_is_added_to(self, write: Write) -> None:
        loaded = settings.read(write(TestOverrides.TEXT))

        asked = {"select": ["z"], "ignore": ["y"], "fail-on": "never"}
        changed = settings.with_command_line(loaded, asked)

        assert changed.values.select == ("z",)
        assert changed.values.ignore == ("b", "y")
        assert changed.values.fail_on == "never"
        assert settings.for_path(changed, Path("press/old/x.md")).values.select == ("z",)
        assert changed.origins["fail-on"] == "command line"
        assert loaded.values.select == ("a",)

    def test_a_wrong_value_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(
            SettingsError, match=r"command line:1:1: profile.market: 'gb' is not one of us, uk"
        ):
            settings.with_command_line(settings.default(tmp_path), {"profile": {"market": "gb"}})

    def test_what_is_not_built_yet_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(SettingsError, match="scopes: not available in this version"):
            settings.with_command_line(settings.default(tmp_path), {"scopes": ["heading"]})


def test_the_digest_knows_what_changes_findings(tmp_path: Path) -> None:
    plain = settings.default(tmp_path)
    elsewhere = settings.default(tmp_path / "elsewhere")
    quiet = settings.with_command_line(plain, {"fail-on": "never"})
    narrow = settings.with_command_line(plain, {"ignore": ["overclaim"]})

    assert settings.digest(plain) == settings.digest(elsewhere) == settings.digest(quiet)
    assert settings.digest(plain) != settings.digest(narrow)


def test_a_mistake_about_a_default_names_the_key(tmp_path: Path) -> None:
    mistake = settings.default(tmp_path).mistake(("select",), "no rule is left")

    assert str(mistake) == "command line:1:1: select: no rule is left"


class TestDefaultText:
    """What `medlint init` writes."""

    UNCOMMENTED = re.sub(r"^#(?=\S|  )", "", settings.default_text(), flags=re.MULTILINE)

    def test_it_loads(self, write: Write) -> None:
        assert settings.read(write(settings.default_text())).values.fail_on == "error"

    def test_it_loads_with_every_setting_taken_up(self, write: Write) -> None:
        write("fail-on: never", "shared-settings.yaml")
        write("", "house.yaml")
        write("", "our-facts.yaml")

        values = settings.read(write(self.UNCOMMENTED)).values

        assert values.words.rejected[1].use == "new"
        assert values.allow[0].words == "Safe Hands Award"

    def test_it_shows_every_key_that_works(self) -> None:
        shown = set(keys(yaml.safe_load(self.UNCOMMENTED)))

        assert set(json.loads(settings.schema_text())["properties"]) - shown == {
            "scopes",
        }


class TestSchema:
    """The JSON Schema says what the shape says."""

    def test_the_shipped_schema_is_fresh(self) -> None:
        path = Path(settings.__file__).parent / "schemas" / "settings.schema.json"

        assert path.read_text(encoding="utf-8") == settings.schema_text()

    @pytest.mark.parametrize("text", [FULL, TestDefaultText.UNCOMMENTED], ids=["full", "default"])
    def test_sound_files_fit(self, text: str) -> None:
        jsonschema.validate(yaml.safe_load(text), json.loads(settings.schema_text()))

    @pytest.mark.parametrize("text", ["fail-on: often", "profil: {}", "select: ~", "profile: {market: gb}"])
    def test_faulty_files_do_not(self, text: str) -> None:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(yaml.safe_load(text), json.loads(settings.schema_text()))
