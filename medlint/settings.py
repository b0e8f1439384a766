"""The settings in force: read from medlint.yaml, laid over what it extends, narrowed to one file."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pathspec
from pydantic import ValidationError

from medlint import shapes
from medlint.errors import Mistake, SettingsError
from medlint.settings_files import chain, find, leaves
from medlint.settings_shape import (
    NOT_AVAILABLE,
    UNAVAILABLE,
    Rejected,
    Values,
    schema_text,
)

__all__ = [
    "Rejected",
    "Settings",
    "Values",
    "default",
    "default_text",
    "digest",
    "find",
    "fits",
    "for_path",
    "read",
    "relative",
    "salvaged",
    "schema_text",
    "with_command_line",
    "with_overrides",
]

COMMAND_LINE = "command line"
"""The origin of values that no file gave."""

ADDED = ("ignore", "exclude")
"""Lists that an override or the command line adds to, where all others are replaced."""

_NOT_DIGESTED = {"required_version", "extends", "packs", "fail_on", "baseline"}  # packs are among the rules


@dataclass(frozen=True, eq=False)
class Settings:
    """The values in force, and where each was written."""

    values: Values
    folder: Path  # that patterns of files count from
    path: Path | None = None  # the nearest file; None where there is none
    packs: tuple[Path, ...] = ()  # from `values.packs`, each counted from the file that names it
    readings: tuple[shapes.Reading, ...] = ()  # the files, nearest first
    _views: dict[tuple[int, ...], Settings] = field(default_factory=dict, init=False, repr=False)

    @property
    def origins(self) -> Mapping[str, str]:
        """Dotted key → `file:line`, for each value that was written; a list is one value."""
        found: dict[str, str] = {}
        for reading in reversed(self.readings):
            for key_path in leaves(reading.data):
                line = reading.locate(key_path)[0][0]
                found[".".join(key_path)] = (
                    reading.path if reading.path == COMMAND_LINE else f"{reading.path}:{line}"
                )
        return found

    def mistake(self, key_path: shapes.KeyPath, message: str, *, at_value: bool = True) -> Mistake:
        """Return a mistake at the place where the value in force, or its key, was written."""
        reading = next((reading for reading in self.readings if _holds(reading.data, key_path)), None)
        if reading is None:
            return Mistake(str(self.path or COMMAND_LINE), 1, 1, str(key_path[0]), message)
        return reading.mistake(key_path, message, at_value=at_value)


def read(path: Path) -> Settings:
    """Return the settings of a file, laid over those it extends.

    The nearer file wins key by key: mappings are joined, lists and single values replaced. Patterns
    of files count from the folder of `path`, packs from the folder of the file that names them.

    Raises:
        SettingsError: with all mistakes of the first file that has some.
    """
    merged: dict[str, Any] = {}
    packs: tuple[Path, ...] = ()
    files = tuple(chain(path))
    for origin, reading in reversed(files):
        merged = _joined(merged, reading.data)
        if "packs" in reading.data:
            packs = tuple((origin.parent / pack).resolve() for pack in reading.data["packs"])
    readings = tuple(reading for _, reading in files)
    settings = Settings(Values.model_validate(merged), path.absolute().parent, path, packs, readings)
    if mistakes := tuple(_mistakes(settings)):
        raise SettingsError(mistakes)
    return settings


def salvaged(path: Path) -> Settings | None:
    """Return what is sound of a file with mistakes, so that more of them can be told; none where nothing is.

    Only keys that name rules are kept.
    """
    try:
        reading = shapes.read(str(path), path.read_text(encoding="utf-8-sig"), SettingsError)
    except (OSError, UnicodeDecodeError, SettingsError):
        return None
    if not isinstance(reading.data, dict):
        return None
    sound: dict[str, Any] = {}
    for key in ("select", "ignore", "severity", "options", "allow"):
        if key not in reading.data:
            continue
        try:
            Values.model_validate({key: reading.data[key]})
        except ValidationError:
            continue
        sound[key] = reading.data[key]
    return Settings(Values.model_validate(sound), path.absolute().parent, path, (), (reading,))


def default(folder: Path) -> Settings:
    """Return the settings where there is no file."""
    return Settings(Values(), folder.absolute())


def with_command_line(settings: Settings, given: Mapping[str, Any]) -> Settings:
    """Return the settings with what was asked for on the command line, by key of the file.

    It wins over the files; `ignore` and `exclude` are added to, `select` is meant for all files.

    Raises:
        SettingsError: a value is wrong.
    """
    reading = shapes.Reading(COMMAND_LINE, dict(given), (), lambda _: ((1, 1), (1, 1)))
    shapes.validate(reading, Values, SettingsError)
    data = _laid_over(_written(settings.values), given)
    if "select" in given:
        for override in data.get("overrides", ()):
            override.pop("select", None)
    changed = replace(settings, values=Values.model_validate(data), readings=(reading, *settings.readings))
    if mistakes := tuple(_mistakes(changed)):
        raise SettingsError(mistakes)
    return changed


def for_path(settings: Settings, path: Path) -> Settings:
    """Return the settings for one file: overrides whose patterns fit are laid over, in their order.

    `ignore` is added to, `select` replaced, `severity` and `options` are joined. Files with the same
    overrides get the same object.
    """
    inside = relative(settings, path)
    applied = tuple(i for i, other in enumerate(settings.values.overrides) if fits(inside, other.files))
    if not applied:
        return settings
    views = settings._views  # noqa: SLF001 - our own class
    if applied not in views:
        views[applied] = with_overrides(settings, applied)
    return views[applied]


def with_overrides(settings: Settings, indexes: Sequence[int]) -> Settings:
    """Return the settings with some overrides laid over, in this order."""
    data = _written(settings.values)
    for override in [data.get("overrides", ())[index] for index in indexes]:
        data = _laid_over(data, {key: value for key, value in override.items() if key != "files"})
    data.pop("overrides", None)
    return replace(settings, values=Values.model_validate(data))


def relative(settings: Settings, path: Path) -> str:
    """Return `path` as patterns see it: from the folder of the settings, with slashes."""
    path = path.absolute()
    inside = path.is_relative_to(settings.folder)
    return (path.relative_to(settings.folder) if inside else path).as_posix()


def fits(path: str, patterns: Sequence[str]) -> bool:
    """Say whether one of the patterns, written as in .gitignore, fits a relative path."""
    return _spec(tuple(patterns)).match_file(path)


def digest(settings: Settings) -> str:
    """Return a hash of all values that can change a finding; the same on every machine."""
    values = settings.values.model_dump(mode="json", by_alias=True, exclude=_NOT_DIGESTED)
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def default_text() -> str:
    """Return the settings file that `medlint init` writes: every key, shown and explained."""
    return (Path(__file__).parent / "templates" / "medlint.yaml").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _spec(patterns: tuple[str, ...]) -> pathspec.GitIgnoreSpec:
    return pathspec.GitIgnoreSpec.from_lines(patterns)


def _written(values: Values) -> dict[str, Any]:
    return values.model_dump(by_alias=True, exclude_unset=True)


def _joined(base: Mapping[str, Any], nearer: Mapping[str, Any]) -> dict[str, Any]:
    joined = dict(copy.deepcopy(base))
    for key, value in nearer.items():
        mine = joined.get(key)
        if isinstance(value, Mapping) and isinstance(mine, Mapping):
            joined[key] = _joined(mine, value)
        else:
            joined[key] = copy.deepcopy(value)
    return joined


def _laid_over(base: Mapping[str, Any], nearer: Mapping[str, Any]) -> dict[str, Any]:
    added = {key: (*base.get(key, ()), *nearer[key]) for key in ADDED if key in nearer}
    return _joined(base, {**nearer, **added})


def _mistakes(settings: Settings) -> Iterator[Mistake]:
    """Yield what is wrong although every value has its right shape."""
    values = settings.values
    written = _written(values)
    for key_path in UNAVAILABLE:
        if _holds(written, key_path):
            yield settings.mistake(key_path, NOT_AVAILABLE)
    for index, allowance in enumerate(values.allow):
        if values.allowances.require_reason and not (allowance.reason or "").strip():
            yield settings.mistake(
                ("allow", index), "an allowance needs a reason: say why the words may stand"
            )
    registry = values.evidence.registry
    if registry and not (settings.folder / registry).is_file():
        yield settings.mistake(("evidence", "registry"), f"there is no file {registry}")
    for index, pack in enumerate(settings.packs):
        if not pack.is_file():
            yield settings.mistake(("packs", index), f"there is no file {values.packs[index]}")
    yield from _pattern_mistakes(settings)


def _pattern_mistakes(settings: Settings) -> Iterator[Mistake]:
    values = settings.values
    lists: list[tuple[tuple[str | int, ...], Sequence[str]]] = [(("exclude",), values.exclude)]
    lists += [(("overrides", i, "files"), override.files) for i, override in enumerate(values.overrides)]
    lists += [(("allow", i, "files"), allowance.files) for i, allowance in enumerate(values.allow)]
    for key_path, patterns in lists:
        for index, pattern in enumerate(patterns):
            try:
                _spec((pattern,))
            except ValueError:
                yield settings.mistake((*key_path, index), f"{pattern!r} is no pattern for files")


def _holds(data: Any, key_path: shapes.KeyPath) -> bool:
    for part in key_path:
        if isinstance(data, Mapping):
            if part not in data:
                return False
        elif not isinstance(data, list | tuple) or not isinstance(part, int) or part >= len(data):
            return False
        data = data[part]
    return True
