"""Imports point one way: a module may use those above it in this list, never those below."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "medlint"

LAYERS = (
    "errors", "config", "words", "inflection", "lexicons", "reading",
    "abbreviations", "sentences", "nlp", "model", "authorities", "expansions", "taxonomy", "mentions", "classing", "short_forms",
    "word_codes", "tagging", "parse",
    "references", "quantities", "context", "rule", "rules", "matchers", "conditions", "engine", "parsers",
    "shapes", "pack", "settings_shape", "settings_files", "settings", "house_style", "reader",
    "pairing", "again", "selection", "gate", "directives", "allowance_rules", "allowances", "linter",
    "examples", "files", "languagetool", "checking", "explain", "rule_docs",
    "baseline_file", "baseline", "history", "diffing", "only_new", "comparing", "allowance_list", "file_list",
    "reporters", "annotate", "outputs", "commands", "cli", "__main__",
)  # fmt: skip
"""Lowest first. `rules` stands below `matchers`, which it uses for word lists only."""

FREE = {("rules", "matchers"), ("context", "matchers")}
"""The prefix tree of `matchers.trie` knows nothing of medlint and may be used from anywhere."""


def imported(path: Path) -> set[str]:
    """Return the top-level modules of medlint that a file imports when it is loaded or run."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("medlint"):
            parts = node.module.split(".")
            names |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {a.name.split(".")[1] for a in node.names if a.name.startswith("medlint.")}
    return names


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" or path.parent != PACKAGE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_imports_only_from_below(path):
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    upwards = {
        name
        for name in imported(path) - {own, "__version__"}
        if LAYERS.index(name) > LAYERS.index(own) and (own, name) not in FREE
    }

    assert upwards == set()


def test_every_module_has_a_layer():
    modules = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in FILES}

    assert modules - set(LAYERS) == set()
