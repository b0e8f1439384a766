"""A fixer with all rules, made once, and a function that fixes the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from medlint import checking, settings
from medlint.fixing import rounds
from medlint.fixing.rounds import Fixed, Fixer
from medlint.model import CheckedDocument, Document
from tests.conftest import ROOT

AS_OF = "2026-11-24"


@pytest.fixture(scope="session")
def fixer() -> Fixer:
    checker = checking.checker(settings.default(ROOT), AS_OF)

    def check(document: Document) -> CheckedDocument:
        return checking.check_document(checker, document, repeats=True)[0]

    return Fixer(check, lambda _: True)


@pytest.fixture(scope="session")
def fixed(fixer: Fixer) -> Callable[[str, str | bytes], Fixed]:
    """Return a function that fixes a file, given its name and contents."""

    def run(name: str, contents: str | bytes) -> Fixed:
        data = contents if isinstance(contents, bytes) else contents.encode()
        return rounds.fixed(fixer, fixer.read(name, data))

    return run
