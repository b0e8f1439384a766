from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint import reading
from medlint.errors import PackError, SettingsError

ALPHABET = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | ALPHABET,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ALPHABET, inner, max_size=3),
    max_leaves=12,
)


def mistakes(text: str, path: str = "house.yaml") -> list[str]:
    with pytest.raises(PackError) as caught:
        reading.read(path, text, PackError)
    return [str(mistake) for mistake in caught.value.mistakes]


def flow(value: object) -> str:
    """Write a value as YAML, by hand: what `yaml.dump` quotes is its own affair."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"? {flow(key)} : {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, str):
        return "'" + value.replace("'", "''").replace("\x85", " ") + "'"
    return {None: "null", True: "true", False: "false"}.get(value, str(value))  # type: ignore[call-overload]


@given(VALUES)
def test_what_is_written_is_read(value: object) -> None:
    text = f"top: {flow(value)}"
    if any(mark in text for mark in "\u2028\u2029\ufeff\x85\ufffe\uffff"):
        return

    assert reading.read("house.yaml", text, PackError).data == {"top": value}


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(PackError):
        reading.read("house.yaml", text, PackError)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Off", "Off"),
        ("12:30", "12:30"),
        ("2026-03-31", "2026-03-31"),
        ("0o17", "0o17"),
        ("<<", "<<"),
        ("=", "="),
        ("1_000", "1_000"),
        ("12345678901234567890", "12345678901234567890"),
        ("true", True),
        ("-3", -3),
        ("2.5", 2.5),
        ("1.5e3", 1500.0),
        ("~", None),
        ("", None),
        ("'3'", "3"),
    ],
)
def test_words_stay_words(written: str, meant: object) -> None:
    assert reading.read("house.yaml", f"key: {written}", PackError).data == {"key": meant}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b: c", "house.yaml:1:5: a colon stands where none can; indent as above, or use quotes"),
        ("a: 'x\nb: []\n", "house.yaml:1:4: a quotation mark or bracket is opened here and never closed"),
        ("a: [x, y\nb: 3", "house.yaml:2:2: a list in [ ] lacks a comma or its closing bracket"),
        ("a: {x: y\nb: 1\n", "house.yaml:2:2: a group in { } lacks a comma or its closing brace"),
        ("a: 1\n---\nb: 1", "house.yaml:2:1: '---' begins a second document; a file holds one"),
        ("a: 1\nb: \x07", "house.yaml:2:4: a control character, which no text should hold"),
        ("a: %x", "house.yaml:1:4: this character cannot begin a value; use quotes, and spaces for tabs"),
        (
            "a: *x",
            "house.yaml:1:4: '*' begins a reference to a name that is not defined; put the text in quotes",
        ),
        ("a: &x [*x]", "house.yaml:1:4: a value that refers to itself"),
        ("a: !!int x", "house.yaml:1:4: the type tag !!int is not understood here; leave it out"),
        ("a: !!set {x}", "house.yaml:1:4: the type tag !!set is not understood here; leave it out"),
        ("? [a]\n: b", "house.yaml:1:3: a key must be one word or text; put it in quotes"),
        ("a: " + "[" * 60 + "]" * 60, "house.yaml:1:54: nested deeper than 50 levels"),
        ("[" * 90_000, "house.yaml:1:1001: nested deeper than 50 levels"),
        ("x" * 5_000_001, "house.yaml:1:1: larger than 5 MB"),
    ],
    ids=range(15),
)
def test_unreadable_text_is_told_with_its_place(text: str, told: str) -> None:
    assert mistakes(text) == [told]


def test_a_python_tag_is_never_carried_out() -> None:
    (told,) = mistakes("a: !!python/object/apply:os.getcwd []")

    assert "the type tag !!python/object/apply:os.getcwd is not understood" in told


def test_references_cannot_blow_up() -> None:
    levels = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]

    (told,) = mistakes("\n".join(["a0: &a0 [x, y]", *levels]))

    assert "references (*name) repeat more than 10000 values" in told


def test_a_few_references_are_fine() -> None:
    data = reading.read("house.yaml", "a: &x [1, 2]\nb: *x", PackError).data

    assert data == {"a": [1, 2], "b": [1, 2]}


def test_a_key_written_twice_is_a_mistake() -> None:
    found = reading.read("house.yaml", "a: 1\nb:\n  c: 1\n  c: 2\na: 3", PackError).mistakes

    assert [str(mistake) for mistake in found] == [
        "house.yaml:4:3: c: written twice; the first is on line 3",
        "house.yaml:5:1: a: written twice; the first is on line 1",
    ]


def test_the_python_loader_is_as_strict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("yaml.CSafeLoader")

    assert reading.read("house.yaml", "a: no\nb: [1]", PackError).data == {"a": "no", "b": [1]}
    assert mistakes("a: b: c") == [
        "house.yaml:1:5: a colon stands where none can; indent as above, or use quotes"
    ]
    assert mistakes("a: \x07") == ["house.yaml:1:4: a control character, which no text should hold"]
    assert mistakes("[" * 9_000) == ["house.yaml:1:1: nested deeper than 50 levels"]


@pytest.mark.parametrize(
    ("key_path", "place"),
    [
        (("rules",), (2, 1)),
        (("rules", 1, "id"), (5, 5)),
        (("rules", 0, "words", 1), (4, 16)),
        (("rules", 0, "nowhere"), (3, 5)),
        (("rules", 7), (2, 1)),
        ((), (1, 1)),
    ],
)
def test_a_key_path_has_its_place(key_path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    text = "pack: house\nrules:\n  - id: a\n    words: [x, y]\n  - id: b\n"

    assert reading.place(text, key_path) == place


TOML = '[tool.other]\nselect = 1\n[tool.medlint]\nselect = ["a"]\n[tool.medlint.profile]\nmarket = "uk"\n'


def test_toml_gives_our_table() -> None:
    data = reading.read("pyproject.toml", TOML, SettingsError).data

    assert data == {"select": ["a"], "profile": {"market": "uk"}}


@pytest.mark.parametrize(
    ("key_path", "line"), [(("select",), 4), (("select", 0), 4), (("profile", "market"), 6), (("x",), 3)]
)
def test_a_toml_key_has_its_line(key_path: tuple[str | int, ...], line: int) -> None:
    assert reading.place(TOML, key_path, "pyproject.toml") == (line, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool.medlint\n", "pyproject.toml:1:14: not readable as TOML"),
        ("a = 'x", "pyproject.toml:1:1: not readable as TOML"),
        ("[tool.other]\n", "pyproject.toml:1:1: there is no table [tool.medlint]"),
        ("tool = 3\n", "pyproject.toml:1:1: there is no table [tool.medlint]"),
        ("a = " + "[" * 9_000, "pyproject.toml:1:1: nested deeper than 50 levels"),
    ],
)
def test_unreadable_toml_is_told_with_its_place(text: str, told: str) -> None:
    assert mistakes(text, "pyproject.toml")[0].startswith(told)
