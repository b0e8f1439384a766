"""What can go wrong that we can explain: facts as fields, turned into text last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class MedlintError(Exception):
    """Something medlint cannot do and can explain; `cli.py` prints it and exits with 2."""


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing wrong in a file of ours or the user's: settings, a pack, a lexicon."""

    path: str
    line: int  # from 1
    column: int  # from 1
    key: str  # dotted path of the key, "" for the file as a whole
    message: str

    def __str__(self) -> str:
        """Return `file:line:column: key: what is wrong`."""
        key = f"{self.key}: " if self.key else ""
        return f"{self.path}:{self.line}:{self.column}: {key}{self.message}"


class _MistakesError(MedlintError):
    """A file with one or more mistakes, all told at once."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class PackError(_MistakesError):
    """A rule pack or lexicon is wrong; it is refused whole."""


class SettingsError(_MistakesError):
    """The settings are wrong."""


class DocumentError(MedlintError):
    """A document cannot be read or decoded."""

    def __init__(self, path: str, problem: str, advice: str = "") -> None:
        self.path, self.problem, self.advice = path, problem, advice
        super().__init__(f"{path}: {problem}" + (f". {advice}" if advice else ""))


class ToolError(MedlintError):
    """A tool or model that was asked for is missing or does not answer."""


class UsageError(MedlintError):
    """The command line asks for something that is not there, such as an unknown rule."""


class RuleError(MedlintError):
    """A rule failed on a document: a fault of the rule, not of the text."""

    def __init__(self, rule: str, path: str, error: Exception) -> None:
        self.rule, self.path, self.error = rule, path, error
        super().__init__(f"{path}: rule {rule} failed: {type(error).__name__}: {error}")
