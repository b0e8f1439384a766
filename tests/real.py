"""Reports of real runs over small texts, for formats that look at the file."""

from functools import cache
from pathlib import Path

from medlint import checking, parsers, settings
from medlint.checking import Checker
from medlint.model import Document, Failure, Report

AS_OF = "2026-11-24"


FEW = (
    "overclaim.completely-safe", "overclaim.miracle", "statistic", "grammar.repeated-word", "medlint",
)  # fmt: skip
"""Rules that find what the tests write, and nothing besides."""


@cache
def checker(select: tuple[str, ...] | None = FEW) -> Checker:
    """Return a checker of some rules, or of all."""
    plain = settings.default(Path("/nowhere"))
    narrow = settings.with_command_line(plain, {"select": select}) if select else plain
    return checking.checker(narrow, AS_OF)


def page(source: str, path: str = "page.md") -> Document:
    """Return a page that holds this text."""
    return parsers.parse(path, source.encode())


def real(*pages: Document | Failure) -> Report:
    """Return the report on these pages."""
    return checking.check_documents(checker(), pages)


def real_by_all(*pages: Document | Failure) -> Report:
    """Return the report on these pages by all rules there are."""
    return checking.check_documents(checker(None), pages)
