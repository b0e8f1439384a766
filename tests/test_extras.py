"""Each format is an extra: what it needs is named where it is missing, and `[all]` has everything."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from medlint.annotate import ANNOTATORS
from medlint.parsers import EXTRAS
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OPTIONAL: dict[str, list[str]] = PROJECT["optional-dependencies"]
IMPORTED_AS = {"python-docx": "docx", "python-pptx": "pptx"}
LXML = {"docx": {"lxml"}, "pptx": {"lxml"}}
"""What the libraries of an extra bring with them and our modules import."""


def modules(requirements: list[str]) -> set[str]:
    names = {re.split(r"[<>=\[ ]", each)[0] for each in requirements}
    return {IMPORTED_AS.get(name, name) for name in names}


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_every_format_that_needs_a_library_is_an_extra() -> None:
    assert {*EXTRAS, *ANNOTATORS} <= set(OPTIONAL)


@pytest.mark.parametrize("extra", sorted(EXTRAS))
def test_modules_of_a_format_need_its_extra_and_no_other(extra: str) -> None:
    paths = [
        *(ROOT / "medlint" / "parsers").glob(f"{extra}*.py"),
        *(ROOT / "medlint" / "annotate").glob(f"{extra}*.py"),
    ]
    found = {name for path in paths for name in imported(path)}
    others = {name for other in EXTRAS - {extra} for name in modules(OPTIONAL[other])}

    assert found & modules(OPTIONAL[extra])
    assert found & (others - modules(OPTIONAL[extra])) == set()
    assert found & {"lxml"} <= LXML.get(extra, set())


def test_no_other_module_imports_a_library_of_an_extra() -> None:
    libraries = {name for extra in EXTRAS for name in modules(OPTIONAL[extra])}
    for path in sorted((ROOT / "medlint").rglob("*.py")):
        if not path.name.startswith(tuple(EXTRAS)):
            assert imported(path) & libraries == set(), path


def test_all_has_every_extra_and_is_what_the_readme_installs() -> None:
    named = re.findall(r"\[(.*)\]", OPTIONAL["all"][0])[0].split(",")

    assert {name.strip() for name in named} == set(OPTIONAL) - {"all"}
    assert 'pip install ".[all]"' in (ROOT / "README.md").read_text(encoding="utf-8")
    assert '".[all]"' in (ROOT / "Makefile").read_text(encoding="utf-8")
