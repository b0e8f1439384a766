"""The list of jars is whole, and no repository's address stands in it."""

from pathlib import Path

import platformdirs

from medlint.languagetool import jars, places


def test_all_48_jars_have_a_place_of_their_own_and_weigh_45_megabytes():
    listed = jars.load()

    assert len({jar.place for jar in listed}) == 48
    assert sum(jar.size for jar in listed) == 44_911_097
    assert all(len(jar.sha256) == 64 for jar in listed)


def test_server_stands_above_its_libraries():
    places = [jar.place for jar in jars.load()]

    assert "languagetool-server.jar" in places
    assert "libs/language-en.jar" in places


def test_address_is_that_of_a_repository():
    (english,) = [jar for jar in jars.load() if jar.artifact == "language-en"]

    assert english.address == "org/languagetool/language-en/6.8/language-en-6.8.jar"


def test_it_lies_in_the_users_cache_folder_unless_another_is_named(monkeypatch):
    monkeypatch.setenv("MEDLINT_CACHE_DIR", "elsewhere")
    assert places.home() == Path.cwd() / "elsewhere" / "LanguageTool-6.8"

    monkeypatch.delenv("MEDLINT_CACHE_DIR")
    assert places.home().parent == platformdirs.user_cache_path("medlint", appauthor=False)
