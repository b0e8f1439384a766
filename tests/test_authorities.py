import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
import yaml

from medlint import authorities, config
from medlint.model import Source

TEXT = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted(config.folder().glob("authorities*.yaml"))
)
ENTRIES: Mapping[str, Mapping[str, Any]] = yaml.safe_load(TEXT)

REQUIRED = {
    *("title", "pointer", "jurisdiction", "kind", "says", "url", "status", "url-status", "as-of"),
}
JURISDICTIONS = {"us", "uk", "eu", "de", "tr", "au", "ca", "international"}
KINDS = {"statute", "regulation", "code", "guidance", "editorial", "register"}
STATUSES = {"confirmed", "recalled"}
MIRRORS = ("scribd", "studylib", "omb.report", "wixlib", "fantasticsearch", "govregs", "okayd", "pypi.org")
"""Places where copies were seen; a reader is sent to the body itself."""

OF_OUR_OWN = "medlint-guide"

each_entry = pytest.mark.parametrize("key", ENTRIES)


@each_entry
def test_entry_has_all_fields_and_no_others(key):
    assert set(ENTRIES[key]) - {"note"} == REQUIRED


@each_entry
def test_every_field_holds_text(key):
    empty = [name for name, value in ENTRIES[key].items() if name != "as-of" and not str(value).strip()]
    no_text = [name for name, value in ENTRIES[key].items() if name != "as-of" and not isinstance(value, str)]

    assert (empty, no_text) == ([], [])


@each_entry
def test_key_is_kebab_case(key):
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", key)


@each_entry
def test_key_begins_with_its_jurisdiction(key):
    expected = {"who": "international", "int": "international", "medlint": "international"}
    prefix = key.partition("-")[0]

    assert ENTRIES[key]["jurisdiction"] == expected.get(prefix, prefix)


@each_entry
def test_closed_fields_hold_known_words(key):
    entry = ENTRIES[key]

    assert entry["jurisdiction"] in JURISDICTIONS
    assert entry["kind"] in KINDS
    assert {entry["status"], entry["url-status"]} <= STATUSES


@each_entry
def test_entry_says_one_sentence(key):
    says = ENTRIES[key]["says"]

    assert re.fullmatch(r"[A-Z“].{15,220}\.", says)
    assert not re.search(r"[a-z]\. [A-Z]", says)


@each_entry
def test_entry_is_dated_within_the_life_of_the_project(key):
    assert ENTRIES[key]["as-of"] >= date(2026, 11, 24)


@pytest.mark.parametrize("key", [key for key in ENTRIES if key != OF_OUR_OWN])
def test_address_is_https_and_no_mirror(key):
    url = ENTRIES[key]["url"]

    assert re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]+(/\S*)?", url)
    assert not [mirror for mirror in MIRRORS if mirror in url]


def test_only_the_guide_has_a_relative_address():
    assert ENTRIES[OF_OUR_OWN]["url"] == "docs/guide.md"


@pytest.mark.parametrize("path", sorted(config.folder().glob("authorities*.yaml")), ids=lambda path: path.name)
def test_entries_are_sorted_by_key(path):
    keys = list(yaml.safe_load(path.read_text(encoding="utf-8")))

    assert keys == sorted(keys)


def test_no_key_is_written_twice():
    keys = re.findall(r"^(\S+):$", TEXT, flags=re.MULTILINE)

    assert len(keys) == len(set(keys)) == len(ENTRIES)


@pytest.mark.parametrize("key", [key for key in ENTRIES if key.startswith("tr-25")])
def test_turkish_promotion_rules_say_that_they_replace_the_text_of_2023(key):
    assert "33075" in ENTRIES[key]["note"]
    assert "32263" in ENTRIES[key]["note"]


def test_key_is_resolved_to_title_with_pointer_and_address():
    assert authorities.resolve("de-7") == Source(
        key="de-7",
        title="Heilmittelwerbegesetz (HWG), § 7",
        url="https://www.gesetze-im-internet.de/heilmwerbg/__7.html",
    )


def test_title_stands_alone_where_the_whole_text_is_meant():
    assert authorities.resolve(OF_OUR_OWN).title == "medlint: allowances and settings"


def test_address_is_its_own_key_and_title():
    url = "https://example.org/house-style#claims"

    assert authorities.resolve(url) == Source(key=url, title=url, url=url)


@pytest.mark.parametrize(
    "source", ["us-hpgc", "", "http://example.org", "https://", "https://[open", "ftp://x.org"]
)
def test_neither_key_nor_https_address_is_refused(source):
    assert not authorities.is_known(source)
    with pytest.raises(KeyError):
        authorities.resolve(source)


def test_every_shipped_key_is_known():
    assert [key for key in ENTRIES if not authorities.is_known(key)] == []


def test_sources_cannot_be_changed():
    with pytest.raises(TypeError):
        authorities.load()["de-7"] = None
