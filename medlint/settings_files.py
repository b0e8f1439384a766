"""Settings files: which one counts, what it extends, and what each of them says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from medlint import shapes
from medlint.errors import Mistake, SettingsError
from medlint.settings_shape import Values

FILE = "medlint.yaml"
"""How the settings file is called."""

NEAR_NAMES = ("medlint.yml", ".medlint.yaml", ".medlint.yml")
"""Names people write for it; passed over in silence, their settings would be lost."""


def find(start: Path) -> Path | None:
    """Return the settings file for a folder: its own, or that of the nearest folder above it.

    That is `medlint.yaml`, or else a `pyproject.toml` with a table `[tool.medlint]`. The search ends
    at the root of the repository.

    Raises:
        SettingsError: a folder holds a settings file under a name that is not read.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        settings, project = folder / FILE, folder / "pyproject.toml"
        if settings.is_file():
            return settings
        for name in NEAR_NAMES:
            if (folder / name).is_file():
                raise SettingsError([Mistake(_shown(folder / name), 1, 1, "", f"name this file {FILE}")])
        if project.is_file() and _has_table(project):
            return project
        if (folder / ".git").exists():
            return None
    return None


def chain(path: Path) -> Iterator[tuple[Path, shapes.Reading]]:
    """Yield a file, the one it extends, and so on, each of them sound by itself.

    Raises:
        SettingsError: with all mistakes of the first file that has some.
    """
    seen: list[Path] = []
    missing = Mistake(_shown(path), 1, 1, "", "there is no such file")
    while True:
        if not path.is_file():
            raise SettingsError([missing])
        seen.append(path.resolve())
        reading = shapes.read(_shown(path), _text(path), SettingsError)
        values = shapes.validate(reading, Values, SettingsError)
        if empty := [reading.mistake(key_path, _EMPTY) for key_path in leaves(reading.data, None)]:
            raise SettingsError(empty)
        yield path, reading
        if values.extends is None:
            return
        missing = reading.mistake(("extends",), f"there is no file {values.extends}", at_value=True)
        path = path.parent / values.extends
        if path.resolve() in seen:
            raise SettingsError([reading.mistake(("extends",), "the files extend each other in a circle")])


_EMPTY = "nothing is given; leave the key out, or give it a value"
_ANY = object()


def leaves(
    data: Mapping[str, Any], wanted: Any = _ANY, before: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    """Yield the key paths of all values that are no mapping, or of those that are `wanted`."""
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            yield from leaves(value, wanted, (*before, key))
        elif wanted is _ANY or value is wanted:
            yield (*before, key)


def _has_table(project: Path) -> bool:
    text = _text(project)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        # Somebody else's broken file is none of our business, unless it holds our settings.
        return re.search(r"^\s*\[+\s*tool\s*\.\s*medlint\b", text, re.MULTILINE) is not None
    return "medlint" in tables.get("tool", {})


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError([Mistake(_shown(path), 1, 1, "", "not UTF-8; save it as UTF-8 text")]) from error
    except OSError as error:
        raise SettingsError([Mistake(_shown(path), 1, 1, "", f"cannot be read: {error.strerror}")]) from error


def _shown(path: Path) -> str:
    """Return a path as people see it: from the working directory where it lies inside."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
