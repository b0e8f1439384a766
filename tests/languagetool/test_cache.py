"""Answers are kept by what was asked; a cache that cannot be used costs nothing but time."""

import sqlite3

import pytest

from medlint.languagetool import annotate, cache, curated
from medlint.languagetool.hits import Hit
from tests.documents import document

HITS = (Hit("ZORP", "GRAMMAR", 3, 9, "Wrong “it”", ("blick", "")),)


def key(text: str) -> str:
    (block,) = annotate.blocks(document(text))
    return cache.key(block)


def test_answers_come_back_in_a_later_run(tmp_path):
    first = cache.Cache(tmp_path / "new" / "answers.sqlite")
    first.put({"one": HITS, "two": ()})
    first.close()
    second = cache.Cache(tmp_path / "new" / "answers.sqlite")
    try:
        assert second.get(["one", "two", "three"]) == {"one": HITS, "two": ()}
    finally:
        second.close()


def test_key_knows_the_text_and_how_it_is_asked(monkeypatch):
    before = key("A zorp here."), key("A blick here.")
    monkeypatch.setattr(curated, "RULES_OFF", ("OTHER",))

    assert len({*before, key("A zorp here.")}) == 3


def test_oldest_answers_are_forgotten(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "_MOST", 2)
    first = cache.Cache(tmp_path / "answers.sqlite")
    for name in ("one", "two", "three"):
        first.put({name: HITS})
    first.close()
    second = cache.Cache(tmp_path / "answers.sqlite")
    try:
        assert set(second.get(["one", "two", "three"])) == {"two", "three"}
    finally:
        second.close()


def test_broken_file_is_begun_anew(tmp_path):
    path = tmp_path / "answers.sqlite"
    path.write_bytes(b"this is no database" * 100)
    made = cache.Cache(path)
    try:
        made.put({"one": HITS})
        assert made.get(["one"]) == {"one": HITS}
    finally:
        made.close()


@pytest.mark.parametrize("name", ["file/answers.sqlite", "folder"])
def test_place_that_cannot_be_used_is_done_without(tmp_path, name):
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    made = cache.Cache(tmp_path / name)
    made.put({"one": HITS})

    assert made.get(["one"]) == {}
    made.close()


def test_answer_that_cannot_be_read_is_asked_anew(tmp_path):
    path = tmp_path / "answers.sqlite"
    made = cache.Cache(path)
    try:
        with sqlite3.connect(path) as other:
            other.execute("INSERT INTO answers VALUES ('one', '[[1]]')")
        other.close()
        assert made.get(["one"]) == {}
    finally:
        made.close()
