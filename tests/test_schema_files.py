"""The files that users and their programs need are inside the package."""

import json
import tomllib
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

import medlint
from medlint import settings
from tests.conftest import ROOT

PACKAGE = files("medlint")


@pytest.mark.parametrize("name", ["report.schema.json", "settings.schema.json"])
def test_schema_ships_and_is_one(name):
    schema = json.loads(PACKAGE.joinpath("schemas", name).read_text(encoding="utf-8"))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_settings_for_a_start_ship():
    text = PACKAGE.joinpath("templates", "medlint.yaml").read_text(encoding="utf-8")

    assert text == settings.default_text()


def test_types_ship():
    assert PACKAGE.joinpath("py.typed").is_file()


def test_version_is_the_same_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == medlint.__version__
