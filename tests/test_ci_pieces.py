"""Hooks, action, template and examples follow the schemas of those who read them; `tests/ci` runs them."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.ci.site import fences
from tests.conftest import ROOT

needs_schemas = pytest.mark.skipif(
    find_spec("check_jsonschema") is None, reason="check-jsonschema, which has the schemas, is not installed"
)


def problems(schema: list[str], file: str | Path) -> str:
    """Return what a file breaks of a published schema."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode else ""


@needs_schemas
@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("action.yml", ["vendor.github-actions"]),
        ("ci/gitlab/medlint.yml", ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]),
    ],
)
def test_a_piece_follows_the_published_schema(file, schema):
    assert problems(schema, file) == ""


@needs_schemas
@pytest.mark.parametrize("page", ["ci-github", "ci-gitlab", "ci-reviewdog"])
def test_an_example_follows_the_published_schema(page, tmp_path):
    for number, each in enumerate(fences(page)):
        if each.language == "yaml":
            path = tmp_path / f"{number}.yml"
            path.write_text(each.text, encoding="utf-8")
            kind = "github-workflows" if "workflows" in each.title else "gitlab-ci"

            assert problems([f"vendor.{kind}"], path) == ""


def test_every_example_of_the_pages_is_known_to_a_test():
    names = ("ci-pre-commit", "ci-github", "ci-gitlab", "ci-reviewdog")
    shown = [(each.heading, each.title or each.language) for name in names for each in fences(name)]

    assert shown == [
        ("Set it up", ".pre-commit-config.yaml"),
        ("Set it up", "sh"),
        ("Set it up", "bash"),
        ("With the medlint that you have", ".pre-commit-config.yaml"),
        ("Other formats", ".pre-commit-config.yaml"),
        ("Without pre-commit", ".git/hooks/pre-commit"),
        ("Set it up", ".github/workflows/text.yml"),
        ("Without the action", ".github/workflows/text.yml"),
        ("Set it up", ".gitlab-ci.yml"),
        ("Set it up", ".gitlab-ci.yml"),
        ("In a job of your own", "sh"),
        ("At your desk", "sh"),
        ("In a pull request on GitHub", ".github/workflows/text.yml"),
        ("In a merge request on GitLab", ".gitlab-ci.yml"),
    ]
