"""What treatments, tests and conditions are called, and what kind of thing each is: `config/taxonomy.yaml`.

The shipped file is read once, when a rule first asks. A mistake in it is told with its line and column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from medlint import compiled, config, reading
from medlint.authorities import is_known
from medlint.errors import Mistake, PackError
from medlint.words import nearest

Data = Mapping[str, Any]

_KIND_KEYS = ("names", "parent", "sources")
_TERM_KEYS = ("class", "parent", "synonyms", "short", "brands", "is-class")
_PARTS = ("classes", "disjoint", "terms")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing, such as surgery."""

    name: str
    names: tuple[str, ...]  # nouns that name it, singular, the usual one first
    parents: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A treatment, test or condition with all its names."""

    name: str
    kinds: tuple[str, ...]
    synonyms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()  # short forms, in their capitals
    brands: tuple[str, ...] = ()
    parent: str = ""
    is_class: bool = False  # the name of a whole kind, such as chemotherapy


@dataclass(frozen=True)
class Taxonomy:
    """Kinds and terms by name, and which kinds nothing can be at once."""

    kinds: Mapping[str, Kind]
    terms: Mapping[str, Term]
    disjoint: tuple[frozenset[str], ...]

    def above(self, kind: str) -> frozenset[str]:
        """Return the kind and all wider kinds."""
        found: set[str] = set()
        waiting = [kind]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.kinds[name].parents
        return frozenset(found)

    def kinds_of(self, term: str) -> frozenset[str]:
        """Return every kind that a term belongs to, the wider ones too."""
        return frozenset[str]().union(*(self.above(kind) for kind in self.terms[term].kinds))

    def excludes(self, term: str, kind: str) -> bool:
        """Say whether a term cannot be of a kind: one of its own kinds keeps apart from that one."""
        own, other = self.kinds_of(term), self.above(kind)
        return kind not in own and any(_parts(group & own, group & other) for group in self.disjoint)


def _parts(own: frozenset[str], other: frozenset[str]) -> bool:
    return bool(own) and bool(other) and not own & other


@cache
def load() -> Taxonomy:
    """Return the shipped taxonomy.

    Raises:
        PackError: it has mistakes, each with its line and column.
    """
    path = config.folder() / "taxonomy.yaml"
    data = config.data(path.name)
    # Twice is too slow for every run: what an earlier one found right is not looked at again.
    if compiled.get("taxonomy", (config.digest(),)) or not list(_problems(data)):
        compiled.put("taxonomy", (config.digest(),), 1)
        return _built(data)
    # The reader that knows places is slower; it is asked only when there is something to tell.
    return read(path, path.read_text(encoding="utf-8"))


def read(path: Path, text: str) -> Taxonomy:
    """Return the taxonomy that a text holds.

    Raises:
        PackError: with all mistakes, each as `file:line:column: key: what is wrong`.
    """
    found = reading.read(str(path), text, PackError)
    data = found.data if isinstance(found.data, Mapping) else {}
    mistakes = [
        *found.mistakes,
        *(found.mistake(key, message, at_value=True) for key, message in _problems(data)),
    ]
    if mistakes:
        raise PackError(mistakes)
    return _built(data)


Problem = tuple[tuple[str | int, ...], str]


def _problems(data: Data) -> Iterator[Problem]:
    """Yield what is wrong, with the keys that lead to it; contents only where the shape is right."""
    shape = list(_shape_problems(data))
    yield from shape
    if not shape:
        yield from _kind_problems(data)
        yield from _term_problems(data)
        yield from _twice(data["terms"])
        yield from _disjoint_problems(data)


def _shape_problems(data: Data) -> Iterator[Problem]:
    for part in _PARTS:
        expected = list if part == "disjoint" else Mapping
        if not isinstance(data.get(part), expected):
            yield (part,), f"a {'list' if part == 'disjoint' else 'mapping'} is expected here"
    for part, known in (("classes", _KIND_KEYS), ("terms", _TERM_KEYS)):
        entries = data.get(part)
        for name, entry in entries.items() if isinstance(entries, Mapping) else ():
            yield from _entry_problems((part, name), entry, known)
    for key in data:
        if key not in _PARTS:
            yield (key,), f"unknown key{nearest(key, _PARTS)}"


def _entry_problems(path: tuple[str, str], entry: Any, known: Sequence[str]) -> Iterator[Problem]:
    if not isinstance(entry, Mapping):
        yield path, "a mapping in braces is expected here"
        return
    for key, value in entry.items():
        if key not in known:
            yield (*path, key), f"unknown key{nearest(key, known)}"
        elif key != "is-class" and not all(isinstance(each, str) and each for each in _several(value)):
            yield (*path, key), "words, or a list of words, are expected here"
    needed = "names" if path[0] == "classes" else "class"
    if not entry.get(needed):
        yield path, f"{needed} is missing"


def _kind_problems(data: Data) -> Iterator[Problem]:
    kinds = data["classes"]
    for name, entry in kinds.items():
        for parent in _several(entry.get("parent")):
            if parent not in kinds:
                yield ("classes", name, "parent"), f"no class {parent!r}{nearest(parent, kinds)}"
        for source in _several(entry.get("sources")):
            if not is_known(source):
                yield ("classes", name, "sources"), f"no source {source!r} in authorities*.yaml"
        if not entry.get("sources"):
            yield ("classes", name), "sources is missing"
        if _is_circular(name, lambda kind: _several(kinds.get(kind, {}).get("parent"))):
            yield ("classes", name, "parent"), "is its own ancestor"


def _term_problems(data: Data) -> Iterator[Problem]:
    kinds, terms = data["classes"], data["terms"]
    for name, entry in terms.items():
        for kind in _several(entry["class"]):
            if kind not in kinds:
                yield ("terms", name, "class"), f"no class {kind!r}{nearest(kind, kinds)}"
        parent = entry.get("parent")
        if parent and parent not in terms:
            yield ("terms", name, "parent"), f"no term {parent!r}{nearest(parent, terms)}"
        if _is_circular(name, lambda term: _several(terms.get(term, {}).get("parent"))):
            yield ("terms", name, "parent"), "is its own ancestor"


def _disjoint_problems(data: Data) -> Iterator[Problem]:
    kinds = data["classes"]
    for number, group in enumerate(data["disjoint"]):
        for kind in _several(group):
            if kind not in kinds:
                yield ("disjoint", number), f"no class {kind!r}{nearest(kind, kinds)}"


def _twice(terms: Data) -> Iterator[Problem]:
    """Yield names that two terms share: nobody could say which of them is meant."""
    owners: dict[str, str] = {}
    for name, entry in terms.items():
        for key in ("", "synonyms", "short", "brands"):
            for word in _several(entry.get(key)) if key else (name,):
                owner = owners.setdefault(word.lower(), name)
                if owner != name:
                    yield ("terms", name, key) if key else ("terms", name), f"{word!r} names {owner!r} too"


def _is_circular(name: str, parents: Callable[[str], Iterable[str]]) -> bool:
    seen: set[str] = set()
    waiting = list(parents(name))
    while waiting:
        each = waiting.pop()
        if each == name:
            return True
        if each not in seen:
            seen.add(each)
            waiting += parents(each)
    return False


def _built(data: Data) -> Taxonomy:
    return Taxonomy(
        kinds={
            name: Kind(
                name, _several(entry["names"]), _several(entry.get("parent")), _several(entry.get("sources"))
            )
            for name, entry in data["classes"].items()
        },
        terms={name: _term(name, entry) for name, entry in data["terms"].items()},
        disjoint=tuple(frozenset(group) for group in data["disjoint"]),
    )


def _term(name: str, entry: Data) -> Term:
    return Term(
        name=name,
        kinds=_several(entry["class"]),
        synonyms=_several(entry.get("synonyms")),
        short=_several(entry.get("short")),
        brands=_several(entry.get("brands")),
        parent=entry.get("parent", ""),
        is_class=entry.get("is-class", False) is True,
    )


def _several(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


__all__ = ["Kind", "Mistake", "Taxonomy", "Term", "load", "read"]
