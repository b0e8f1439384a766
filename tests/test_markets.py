"""What a run says of the market it is for."""

import json

import pytest

from medlint import market_packs, pack, settings
from medlint.checking import load_rules
from medlint.markets import COUNTRIES, NONE_CHOSEN, is_about_market, notes
from medlint.settings_shape import Audience, Market

SHIPPED = [path for path in pack.shipped() if path.name.startswith("regulatory-")]


def run(medlint, *arguments):
    return medlint("check", "page.txt", "--as-of", "2026-11-25", "--select", "regulatory", *arguments)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("The rooms are on the second floor.\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("page")
class TestNotes:
    def test_report_says_once_that_no_market_was_chosen(self, medlint):
        done = medlint("check", "page.txt", "--as-of", "2026-11-25")

        assert done.out.count("none was chosen, so only rules that hold everywhere ran") == 1
        assert "market" not in done.err

    def test_json_report_says_that_no_market_was_chosen(self, medlint):
        done = medlint("check", "page.txt", "--as-of", "2026-11-25", "--format", "json")

        assert json.loads(done.out)["not_checked"] == [NONE_CHOSEN]

    def test_market_tells_how_far_its_list_of_medicines_goes(self, medlint):
        report = json.loads(run(medlint, "--market", "uk", "--format", "json").out)

        (note,) = report["not_checked"]
        assert note.startswith(
            "market: prescription medicines are known for the United Kingdom by a list of "
        )
        assert "it is no register" in note

    def test_turkish_run_without_audience_says_that_both_were_meant(self, tmp_path):
        given = settings.with_command_line(settings.default(tmp_path), {"profile": {"market": "tr"}})

        assert "no audience was told" in notes(given)[-1]

    def test_notes_of_markets_are_told_from_others(self):
        assert is_about_market(NONE_CHOSEN)
        assert not is_about_market("grammar: LanguageTool takes no part")

    def test_market_where_medicines_may_be_advertised_needs_no_note(self, tmp_path):
        given = settings.with_command_line(settings.default(tmp_path), {"profile": {"market": "us"}})

        assert notes(given) == ()


class TestRules:
    def test_listing_marks_the_rules_of_the_market(self, medlint):
        done = medlint("rules", "--market", "tr")
        marks = {
            line.split()[0]: line.split()[2] for line in done.out.splitlines() if "." in line.split(" ")[0]
        }

        assert (marks["regulatory.tr-price"], marks["overclaim.completely-safe"]) == ("tr", "general")
        assert not [name for name in marks if name.startswith(("regulatory.uk", "regulatory.de"))]
        assert "of them for Türkiye)" in done.out
        assert "it is no register" in done.out

    def test_listing_without_a_market_has_no_marks(self, medlint):
        done = medlint("rules")

        assert "regulatory." not in done.out
        assert " general " not in done.out

    def test_german_listing_has_regulations_of_the_union_and_no_directive(self, medlint):
        out = medlint("rules", "--market", "de").out

        assert "regulatory.eu-food-disease" in out
        assert "regulatory.eu-prescription-medicine" not in out

    def test_unknown_market_is_refused_with_the_known_ones(self, medlint):
        done = medlint("rules", "--market", "gb")

        assert done.code == 2
        assert all(f"'{market}'" in done.err for market in COUNTRIES)

    def test_rule_of_another_market_can_be_explained(self, medlint):
        done = medlint("explain", "regulatory.uk-cancer-offer")

        assert "Cancer Act 1939, s. 4(1)(a) (pointer confirmed, as of " in done.out

    @pytest.mark.usefixtures("page")
    def test_settings_may_name_a_rule_of_another_market(self, medlint, tmp_path):
        (tmp_path / "medlint.yaml").write_text("ignore: [regulatory.de-gift]\n", encoding="utf-8")

        assert medlint("check", "page.txt", "--as-of", "2026-11-25").code == 0


class TestPacks:
    @pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
    def test_names_read_in_passing_are_those_of_the_whole_pack(self, path):
        whole = pack.load(path)
        names = market_packs.load(path, None, whole=False)

        told = [(rule.id, rule.profiles) for rule in names.rules]
        assert told == [(rule.id, rule.profiles) for rule in whole.rules]
        assert (names.name, names.sha256) == (whole.name, whole.sha256)
        assert not any(rule.probes for rule in names.rules)

    def test_pack_of_the_market_is_read_in_full_and_others_are_not(self, tmp_path):
        given = settings.with_command_line(settings.default(tmp_path), {"profile": {"market": "de"}})
        probes = {rule.id: rule.probes for rule in load_rules((), given).rules}

        assert probes["regulatory.de-gift"]
        assert probes["regulatory.eu-food-disease"]  # a regulation, which holds in Germany
        assert not probes["regulatory.uk-cancer-offer"]

    def test_countries_and_the_settings_know_the_same_markets(self):
        assert tuple(COUNTRIES) == Market.__args__
        assert "abroad" in Audience.__args__
