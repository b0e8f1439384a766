from dataclasses import replace
from pathlib import Path

from medlint import again
from medlint.parsers import read
from tests.real import real


def checked(tmp_path, text="A miracle!"):
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    return real(read(tmp_path / "page.md")).documents[0]


def test_the_page_that_the_run_kept_is_taken(tmp_path):
    document = checked(tmp_path)
    Path(document.path).unlink()

    assert again.page(document) is document.document


def test_a_page_that_was_not_kept_is_read_again(tmp_path):
    page = again.page(replace(checked(tmp_path), document=None))

    assert page
    assert page.text == "A miracle!"


def test_a_page_that_changed_or_is_gone_since_is_none(tmp_path):
    document = replace(checked(tmp_path), document=None)
    (tmp_path / "page.md").write_text("Other words.", encoding="utf-8")
    assert again.page(document) is None
    (tmp_path / "page.md").unlink()
    assert again.page(document) is None
