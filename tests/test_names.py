"""What users may rely on when they import medlint."""

import re

import medlint


def test_list_of_names_is_what_we_promise():
    assert medlint.__all__ == ("__version__",)


def test_every_listed_name_is_there():
    assert [name for name in medlint.__all__ if not hasattr(medlint, name)] == []


def test_version_is_one_that_settings_can_require():
    assert re.fullmatch(r"\d+\.\d+\.\d+", medlint.__version__)
