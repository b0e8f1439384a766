"""YAML and TOML text into plain data that knows, for every key, where it stands in its file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from medlint.errors import Mistake, PackError, SettingsError

KeyPath = Sequence[str | int]
"""Keys and list indexes (from 0) from the top of a file to one of its values."""

Place = tuple[int, int]
"""Line and column, from 1."""

Error = type[PackError] | type[SettingsError]
"""What is raised for a file with mistakes."""

TABLE = ("tool", "medlint")
"""The table of a TOML file that is ours."""

MAX_CHARACTERS = 5_000_000  # our judgement: a hundred times the largest pack we know
MAX_REPEATED_VALUES = 10_000  # reached through aliases; a "billion laughs" file has millions
MAX_DEPTH = 50  # lists and mappings inside each other
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"

_TAG = "tag:yaml.org,2002:"
# YAML 1.2's core types: in 1.1 "no", "on" and "12:30" are not text, which no writer expects.
_TYPES: tuple[tuple[str, str, str, Callable[[str], Any]], ...] = (
    ("bool", "tTfF", r"(?:true|True|TRUE|false|False|FALSE)$", lambda word: word.lower() == "true"),
    ("null", "nN~", r"(?:null|Null|NULL|~)$", lambda _: None),
    ("int", "+-0123456789", r"[-+]?[0-9]{1,18}$", int),
    ("float", "+-.0123456789", r"[-+]?(?:[0-9]{1,18}\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?$", float),
)
_CONVERTERS = {_TAG + name: convert for name, _, _, convert in _TYPES} | {_TAG + "str": str}
_COLLECTIONS = (_TAG + "map", _TAG + "seq")

_SYNTAX = (
    ("undefined alias", "'*' begins a reference to a name that is not defined; put the text in quotes"),
    ("mapping values are not allowed", "a colon stands where none can; indent as above, or use quotes"),
    ("that cannot start any token", "this character cannot begin a value; use quotes, and spaces for tabs"),
    ("unexpected end of stream", "a quotation mark or bracket is opened here and never closed"),
    ("',' or ']'", "a list in [ ] lacks a comma or its closing bracket"),
    ("',' or '}'", "a group in { } lacks a comma or its closing brace"),
    ("expected key", "the indentation does not fit the lines above, or a quotation mark is not closed"),
    ("'-' indicator", "the indentation of the list does not fit the lines above"),
    ("expected ':'", "a key without its colon"),
    ("another document", "'---' begins a second document; a file holds one"),
    ("maximum nesting depth", _TOO_DEEP),
    ("control characters", "a control character, which no text should hold"),
    ("special characters", "a control character, which no text should hold"),
)


@dataclass(frozen=True)
class Reading:
    """What a file says, and where it says it."""

    path: str
    data: Any  # None for an empty file
    mistakes: tuple[Mistake, ...]  # that did not keep us from reading on: keys written twice
    locate: Callable[[KeyPath], tuple[Place, Place]]  # places of the key and of its value

    def mistake(self, key_path: KeyPath, message: str, *, at_value: bool = False) -> Mistake:
        """Return a mistake at a key, or at its value where both share a line."""
        key_place, value_place = self.locate(key_path)
        line, column = value_place if at_value and key_place[0] == value_place[0] else key_place
        # Without list indexes: the line tells the item, and "rules.severity" reads as words.
        key = ".".join(part for part in key_path if isinstance(part, str))
        return Mistake(self.path, line, column, key, message)


def read(path: str, text: str, error: Error) -> Reading:
    """Return what a YAML file says, or the table `[tool.medlint]` of a `.toml` file.

    Raises:
        PackError: or SettingsError, as `error` says: the text cannot be read at all.
    """
    if len(text) > MAX_CHARACTERS:
        raise error([Mistake(path, 1, 1, "", f"larger than {MAX_CHARACTERS // 1_000_000} MB")])
    return _read_toml(path, text, error) if path.endswith(".toml") else _read_yaml(path, text, error)


def place(text: str, key_path: KeyPath, path: str = "") -> Place:
    """Return where a key or list item stands in a text that could be read before.

    Where the last keys of `key_path` are missing, it is the place of the nearest one that is there.
    """
    return read(path, text, SettingsError).locate(key_path)[0]


def _read_yaml(path: str, text: str, error: Error) -> Reading:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        reader = loader(text)
        reader.yaml_implicit_resolvers = _RESOLVERS
        node = reader.get_single_node()
    except yaml.YAMLError as problem:
        raise error([_syntax_mistake(path, text, problem)]) from problem
    except RecursionError as problem:  # libyaml itself stops at a depth of 1,000
        raise error([Mistake(path, 1, 1, "", _TOO_DEEP)]) from problem
    if node is None:
        return Reading(path, None, (), lambda _: ((1, 1), (1, 1)))
    conversion = _Conversion(path, error)
    data = conversion.value(node, ())
    return Reading(path, data, tuple(conversion.mistakes), lambda key_path: _locate(node, key_path))


@dataclass
class _Conversion:
    """The work of turning nodes into data: what was met on the way."""

    path: str
    error: Error
    mistakes: list[Mistake] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    repeats: int = 0

    def value(self, node: Any, parents: tuple[int, ...]) -> Any:
        """Return the data of `node`; `parents` are the nodes that hold it."""
        if id(node) in parents:
            self._refuse(node, "a value that refers to itself")
        if len(parents) > MAX_DEPTH:
            self._refuse(node, _TOO_DEEP)
        self.repeats += id(node) in self.seen
        if self.repeats > MAX_REPEATED_VALUES:
            self._refuse(node, f"references (*name) repeat more than {MAX_REPEATED_VALUES} values")
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if node.tag not in _COLLECTIONS:
            self._refuse_tag(node)
        parents = (*parents, id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, parents) for item in node.value]
        return self._mapping(node, parents)

    def _scalar(self, node: Any) -> Any:
        convert = _CONVERTERS.get(node.tag, _no_value)
        try:
            return convert(node.value)
        except ValueError:
            self._refuse_tag(node)

    def _mapping(self, node: Any, parents: tuple[int, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse(key, "a key must be one word or text; put it in quotes")
            if key.value in values:
                self._add(key, str(key.value), f"written twice; the first is on line {lines[key.value]}")
                continue
            lines[key.value] = key.start_mark.line + 1
            values[key.value] = self.value(value, parents)
        return values

    def _add(self, node: Any, key: str, message: str) -> None:
        mark = node.start_mark
        self.mistakes.append(Mistake(self.path, mark.line + 1, mark.column + 1, key, message))

    def _refuse_tag(self, node: Any) -> NoReturn:
        tag = node.tag.replace(_TAG, "!!")
        self._refuse(node, f"the type tag {tag} is not understood here; leave it out")

    def _refuse(self, node: Any, message: str) -> NoReturn:
        self._add(node, "", message)
        raise self.error(self.mistakes)


def _no_value(text: str) -> NoReturn:
    raise ValueError(text)


def _locate(node: Any, key_path: KeyPath) -> tuple[Place, Place]:
    key = value = node
    for part in key_path:
        found = _child(value, part)
        if found is None:
            break
        key, value = found
    return _start(key), _start(value)


def _child(node: Any, part: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _start(node: Any) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _syntax_mistake(path: str, text: str, problem: yaml.YAMLError) -> Mistake:
    words = getattr(problem, "problem", None) or getattr(problem, "reason", "") or str(problem)
    mark = getattr(problem, "problem_mark", None)
    if "end of stream" in words or "document separator" in words:
        mark = getattr(problem, "context_mark", None) or mark
        words = "unexpected end of stream"
    line, column = (mark.line + 1, mark.column + 1) if mark else _control_character(text)
    message = next((plain for sign, plain in _SYNTAX if sign in words), f"not readable as YAML: {words}")
    return Mistake(path, line, column, "", message)


def _control_character(text: str) -> Place:
    found = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", text)
    before = text[: found.start()] if found else ""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _resolvers() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {"": [(_TAG + "null", re.compile("$"))]}
    for name, first, pattern, _ in _TYPES:
        for character in first:
            resolvers.setdefault(character, []).append((_TAG + name, re.compile(pattern)))
    return resolvers


_RESOLVERS = _resolvers()


def _read_toml(path: str, text: str, error: Error) -> Reading:
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise error([_toml_mistake(path, text, str(problem))]) from problem
    except RecursionError as problem:
        raise error([Mistake(path, 1, 1, "", _TOO_DEEP)]) from problem
    for name in TABLE:
        data = data.get(name) if isinstance(data, Mapping) else None
    if data is None:
        raise error([Mistake(path, 1, 1, "", f"there is no table [{'.'.join(TABLE)}]")])
    return Reading(path, data, (), lambda key_path: _locate_toml(text, key_path))


def _toml_mistake(path: str, text: str, problem: str) -> Mistake:
    found = re.search(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)", problem)
    line, column = (found[1], found[2]) if found else (None, None)
    words = problem[: found.start()] if found else problem
    return Mistake(
        path, int(line or text.count("\n") + 1), int(column or 1), "", f"not readable as TOML: {words}"
    )


def _locate_toml(text: str, key_path: KeyPath) -> tuple[Place, Place]:
    # The standard library keeps no places: the first line behind the table's head that says the key.
    lines = text.splitlines()
    at = _line_of(lines, 0, TABLE[-1]) or 0
    for part in key_path:
        if isinstance(part, str):
            at = _line_of(lines, at, part) or at
    return (at + 1, 1), (at + 1, 1)


def _line_of(lines: Sequence[str], start: int, key: str) -> int | None:
    pattern = re.compile(rf"(?<![\w-]){re.escape(key)}[\"']?\s*[=.\]]")
    return next((i for i in range(start, len(lines)) if pattern.search(lines[i])), None)
