"""Files into pydantic shapes: all mistakes at once, each with line and column, in a writer's words."""

from __future__ import annotations

import difflib
import re
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from medlint.reading import Error, KeyPath, Place, Reading, place, read

if TYPE_CHECKING:
    from medlint.errors import Mistake

__all__ = ["Error", "KeyPath", "Place", "Reading", "load", "nearest", "place", "read", "validate"]

M = TypeVar("M", bound=BaseModel)

_LONGEST_QUOTE = 40  # characters of a wrong value that a message repeats
_CUTOFF = 0.6  # of difflib: below, words are no longer alike

_KINDS = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "list": "a list",
    "tuple": "a list",
    "set": "a list",
    "frozen_set": "a list",
    "dict": "keys with values",
    "mapping": "keys with values",
    "model": "keys with values",
    "date": "a date such as 2026-03-31",
    "none": "nothing",
}
_KIND_ERROR = re.compile(r"([a-z_]+?)_(?:type|parsing|from_float|required|from_date\w+|parsing_size)$")

_LIMITS = {
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be {ge} or more",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be {le} or less",
    "too_short": "at least {min_length} needed, {actual_length} given",
    "too_long": "at most {max_length} allowed, {actual_length} given",
    "string_too_short": "the text is too short: at least {min_length} characters",
    "string_too_long": "the text is too long: at most {max_length} characters",
}


def load(path: str, text: str, shape: type[M], error: Error) -> M:
    """Return the file as its shape; YAML, or `[tool.medlint]` where `path` ends in `.toml`.

    Raises:
        PackError: or SettingsError, as `error` says, with all mistakes of the file.
    """
    return validate(read(path, text, error), shape, error)


def validate(reading: Reading, shape: type[M], error: Error) -> M:
    """Return what was read as its shape.

    Raises:
        PackError: or SettingsError, as `error` says, with all mistakes of the file.
    """
    if reading.data is None:
        raise error([reading.mistake((), "the file is empty")])
    mistakes = list(reading.mistakes)
    try:
        loaded = shape.model_validate(reading.data)
    except ValidationError as invalid:
        mistakes += _explain(reading, shape, invalid)
    if mistakes:
        raise error(mistakes)
    return loaded


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ", did you mean 'x'?" with the known word most like `word`, or nothing."""
    spelt = {_plain(name): name for name in known}
    found = difflib.get_close_matches(_plain(word), spelt, n=1, cutoff=_CUTOFF)
    return f", did you mean {spelt[found[0]]!r}?" if found else ""


def _plain(word: str) -> str:
    return word.lower().replace("_", "-")


def _explain(reading: Reading, shape: type[BaseModel], invalid: ValidationError) -> Iterator[Mistake]:
    """Yield our words for pydantic's errors, without repeats."""
    problems = invalid.errors(include_url=False)
    merged: dict[tuple[tuple[str | int, ...], str], Any] = {}
    for problem in _likeliest(reading.data, problems):
        path = _data_path(reading.data, problem["loc"])[0]
        kind = _kind(problem)
        known = merged.setdefault((path, "kind" if kind else _message(problem, shape, path)), (problem, []))
        if kind and kind not in known[1]:
            known[1].append(kind)
    for (path, message), (problem, kinds) in merged.items():
        words = _wrong_kind(kinds, problem["input"]) if kinds else message
        missing = problem["type"] == "missing"
        key_path = (*path, problem["loc"][-1]) if missing else path
        about_key = missing or problem["type"] == "extra_forbidden" or problem["loc"][-1:] == ("[key]",)
        yield reading.mistake(key_path, words, at_value=not about_key)


def _data_path(data: Any, location: Sequence[str | int]) -> tuple[tuple[str | int, ...], str]:
    """Return the part of pydantic's location that is in the data, and the first name that is not.

    That name is the member of a union that pydantic tried.
    """
    path: list[str | int] = []
    member = ""
    for part in location:
        inside = (
            part in data if isinstance(data, Mapping) else isinstance(data, list) and isinstance(part, int)
        )
        if inside:
            path.append(part)
            data = data[part]
        else:
            member = member or str(part)
    return tuple(path), member


def _likeliest(data: Any, problems: Sequence[Any]) -> Iterator[Any]:
    """Yield the problems of the alternative that was meant, where a value may have several forms."""
    unions: dict[tuple[str | int, ...], dict[str, list[Any]]] = {}
    for problem in problems:
        prefix, member = _union(data, problem)
        unions.setdefault(prefix, {}).setdefault(member, []).append(problem)
    for prefix, members in unions.items():
        yield from members.pop("", ())
        fitting = [group for group in members.values() if not _is_other_kind(data, prefix, group)]
        groups = [min(fitting, key=len)] if fitting else members.values()
        for group in groups:
            yield from group


def _union(data: Any, problem: Any) -> tuple[tuple[str | int, ...], str]:
    location = problem["loc"]
    if problem["type"] == "missing":
        location = location[:-1]
    member = _data_path(data, location)[1]
    if member in ("", "[key]"):
        return (), ""
    before = location[: location.index(member)] if member in location else location
    return _data_path(data, before)[0], member


def _is_other_kind(data: Any, prefix: tuple[str | int, ...], group: Sequence[Any]) -> bool:
    return all(_kind(problem) and _data_path(data, problem["loc"])[0] == prefix for problem in group)


def _kind(problem: Any) -> str:
    """Return what was expected where a value is of another kind, else nothing."""
    found = _KIND_ERROR.match(problem["type"])
    return _KINDS.get(found[1], "") if found else ""


def _wrong_kind(kinds: Sequence[str], given: Any) -> str:
    hint = ""
    if "text" in kinds and isinstance(given, bool | int | float):
        hint = "; put it in quotes"
    elif "a list" in kinds and isinstance(given, str):
        hint = f"; write [{_quoted(given)[1:-1]}]"
    expected = " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
    found = "but there is nothing" if given is None else f"not {_described(given)}"
    return f"{expected} expected, {found}{hint}"


def _described(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text {_quoted(value)}"
        case list():
            return "a list"
    return "keys with values" if isinstance(value, Mapping) else _quoted(str(value))


def _quoted(text: str) -> str:
    return f"'{text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + '…'}'"


def _message(problem: Any, shape: type[BaseModel], path: KeyPath) -> str:
    kind, context = problem["type"], problem.get("ctx", {})
    if kind == "extra_forbidden":
        known = _keys_at(shape, path[:-1])
        return "unknown key" + (nearest(str(path[-1]), known) or f"; known here: {', '.join(known)}")
    if kind == "missing":
        return "missing here"
    if kind in ("literal_error", "enum"):
        return _not_one_of(problem["input"], re.findall(r"'([^']*)'", context["expected"]))
    if kind == "string_pattern_mismatch":
        return f"{_quoted(str(problem['input']))} does not have the right form"
    if kind in ("value_error", "assertion_error"):
        return str(context["error"])
    if kind in _LIMITS:
        return _LIMITS[kind].format_map(context)
    return str(problem["msg"]).replace("Input should", "should").replace("input", "value")


def _not_one_of(value: Any, allowed: Sequence[str]) -> str:
    given = _quoted(value) if isinstance(value, str) else _described(value)
    near = nearest(value, allowed).replace(", ", "; ", 1) if isinstance(value, str) else ""
    return f"{given} is not one of {', '.join(allowed)}{near}"


def _keys_at(shape: Any, path: KeyPath) -> tuple[str, ...]:
    """Return the keys that a mapping at `path` may have, in the order of its shape."""
    shapes = list(_members(shape))
    for part in path:
        shapes = [inner for outer in shapes for inner in _inside(outer, part)]
    keys = (key for inner in shapes if _is_model(inner) for key in _fields(inner))
    return tuple(dict.fromkeys(keys))


def _members(annotation: Any) -> Iterator[Any]:
    """Yield the plain types of a union, of an annotated type, or the type itself."""
    if get_origin(annotation) is Annotated:
        yield from _members(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _inside(annotation: Any, part: str | int) -> Iterator[Any]:
    if _is_model(annotation):
        if part in (fields := _fields(annotation)):
            yield from _members(fields[str(part)])
    elif arguments := get_args(annotation):
        yield from _members(arguments[0] if isinstance(part, int) else arguments[-1])


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
