"""The second reader reports what rules left, says why, and keeps silent where it should."""

import hashlib
import json
from pathlib import Path

import pytest

from medlint import engine, linter
from medlint.errors import ToolError
from medlint.matchers.phrases import probes
from medlint.model import Region
from medlint.reader import judge, nearest, weights
from medlint.reader.features import BITS, company, features, length_weight, tokens
from medlint.reader.second_reader import SECOND_READER_RULES, look
from medlint.rule import Rule
from tests.conftest import ROOT
from tests.documents import document, passage

READER, _ = SECOND_READER_RULES
CLAIM = "Two sips before bed and your back forgets that it ever hurt, guaranteed by morning."
SOBER = "Keep the leg raised on a pillow and ask the nurse for a fresh dressing."


def found(page, *rules):
    return linter.findings(page, engine.build(rules))[0]


def test_claim_that_no_rule_knows_is_a_note_with_its_heaviest_words():
    (finding,) = found(document(CLAIM), READER.with_options({"bar": 0.3}))

    assert finding.rule == "overclaim.second-reader"
    assert finding.label.startswith("overclaim.")
    assert finding.severity == "note"
    assert finding.text in CLAIM
    assert "what weighs most: “" in finding.message


def test_sober_sentence_is_silent():
    assert found(document(SOBER), READER) == ()


def test_words_that_a_rule_has_flagged_are_left_to_the_rule():
    rule = Rule(
        "overclaim.x",
        "“{text}”",
        "error",
        "wording",
        "",
        "",
        ("us-hpcg",),
        (),
        (),
        probes(["two sips before bed and your back forgets that it ever hurt"], {}),
    )

    assert [f.rule for f in found(document(CLAIM), READER.with_options({"bar": 0.3}), rule)] == [
        "overclaim.x"
    ]


def test_rest_of_a_sentence_is_read_beside_what_a_rule_has_flagged():
    page = document(CLAIM)
    start = CLAIM.index("guaranteed")
    flagged = [Region(start, len(CLAIM))]

    (match,) = look(page, flagged, category="overclaim", bar=0.3)

    assert match.region.end <= start
    assert (
        list(look(page, [Region(0, start)], category="overclaim", bar=0.3)) == []
    )  # three words are too few


@pytest.mark.parametrize(
    "page",
    [
        document(CLAIM.replace("morning.", "morning?")),
        document(passage("reference", CLAIM, marker="1")),
        document(f'The advert said: "{CLAIM}" The claim is false.'),
        document("  "),
        document("Guaranteed cure!"),
    ],
)
def test_questions_references_mentions_and_fragments_are_silent(page):
    assert list(look(page, [], category="overclaim", bar=0.3)) == []


@pytest.mark.parametrize(("text", "severity"), [(SOBER, "warning"), (CLAIM, "error")], ids=["sober", "claim"])
def test_rules_finding_in_a_sentence_that_is_surely_innocent_counts_one_level_less(text, severity):
    phrases = probes(["fresh dressing", "guaranteed by morning"], {})
    rule = Rule("overclaim.x", "“{text}”", "error", "wording", "", "", ("us-hpcg",), (), (), phrases)

    finding = next(f for f in found(document(*[text] * 12), READER, rule) if f.rule == "overclaim.x")

    assert finding.severity == severity
    assert ("One level less: the second reader" in finding.doubt) == (text == SOBER)


def test_without_the_second_reader_nothing_is_doubted():
    phrases = probes(["fresh dressing"], {})
    rule = Rule("overclaim.x", "“{text}”", "error", "wording", "", "", ("us-hpcg",), (), (), phrases)

    assert [(f.severity, f.doubt) for f in found(document(SOBER), rule)] == [("error", "")]


def test_flagged_words_count_in_their_own_sentence_only():
    page = document(f"{CLAIM} {CLAIM}")
    first = [Region(0, 5)]

    found_there = [match.region for match in look(page, first, category="overclaim", bar=0.3)]

    assert len(found_there) == 2
    assert not any(region.overlaps(first[0]) for region in found_there)


def test_page_that_informs_lowers_the_score_of_each_sentence():
    alone = judge.scores(document(CLAIM), "overclaim")[0]
    among = judge.scores(document(CLAIM, *[SOBER] * 12), "overclaim")[0]

    assert among < alone


def test_shares_of_words_add_up_to_the_score():
    page = document(CLAIM)
    head = weights.load().categories["overclaim"]
    total = sum(share for _, share in judge.sentence_shares(page.sentences[0], "overclaim"))

    assert judge.scores(page, "overclaim")[0] == pytest.approx(total + head.bias)


def test_probability_rises_with_the_score():
    assert 0 < judge.probability(-3, "overclaim") < judge.probability(3, "overclaim") < 1


def test_numbers_are_one_word_and_places_are_kept():
    assert tokens("take 20 mg, twice!") == (
        ("take", 0, 4),
        ("0", 5, 7),
        ("mg", 8, 10),
        ("twice", 12, 17),
        ("!", 17, 18),
    )


def test_features_belong_to_words():
    found_features = dict(features(["no", "pain"], {"pain": "@condition"}))

    assert set(found_features) == {0, 1}
    assert len(found_features[1]) > len(dict(features(["no", "pain"], {}))[1])
    assert all(0 <= place < 1 << BITS for each in found_features.values() for place, _ in each)
    assert length_weight(["a"]) == 2.0
    assert len(list(company(["pain", "pain", "no"]))) == 2


def test_alike_examples_share_words():
    label, text = nearest.alike("your knees will climb the stairs")[0]

    assert label.startswith(("overclaim.", "statistic."))
    assert set(text.lower().split()) & {"your", "knees", "climb", "stairs"}


def test_missing_weights_are_told_with_what_to_do(tmp_path):
    with pytest.raises(ToolError, match="make model"):
        weights.load(tmp_path / "none.bin")


@pytest.mark.parametrize("data", [b"something else", weights.pack({"bits": 3}, [])])
def test_weights_of_another_kind_are_refused(tmp_path, data):
    path = tmp_path / "weights.bin"
    path.write_bytes(data)

    with pytest.raises(ToolError, match="make model"):
        weights.load(path)


def test_weights_are_those_of_the_corpus():
    files = sorted((ROOT / "models" / "claims" / "corpus").glob("*.jsonl"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()

    assert weights.load().corpus_sha256 == digest, "the corpus has changed: run `make model`"


def test_weights_fit_into_the_package():
    assert weights.PATH.stat().st_size < 8_000_000
    assert weights.sha256(Path("none.bin")) == ""


def test_run_without_weights_ends_with_two_unless_switched_off(medlint, monkeypatch):
    def missing():
        raise ToolError("the weights of the second reader are missing")

    monkeypatch.setattr(weights, "load", missing)
    Path("page.txt").write_text(SOBER, encoding="utf-8")
    on = medlint("check", "page.txt")
    Path("medlint.yaml").write_text("second-reader:\n  enabled: false\n", encoding="utf-8")
    off = medlint("check", "page.txt", "--format", "json")

    assert (on.code, "weights of the second reader are missing" in on.err) == (2, True)
    assert (off.code, json.loads(off.out)["tool"]["model"]) == (0, None)


def test_report_names_the_model_and_the_bar_can_be_set(medlint):
    Path("page.txt").write_text(CLAIM, encoding="utf-8")
    Path("medlint.yaml").write_text(
        "ignore: [overclaim.guaranteed-result]\nsecond-reader:\n  bar: 0.3\n", encoding="utf-8"
    )
    low = medlint("check", "page.txt", "--select", "overclaim.second-reader")
    data = json.loads(medlint("check", "page.txt", "--format", "json").out)

    assert "overclaim.second-reader" in low.out
    assert "A trained model took part: second reader 2" in low.out
    assert data["tool"]["model"].startswith("second reader 2")


def test_explain_shows_what_the_model_weighs(medlint):
    Path("page.txt").write_text(CLAIM, encoding="utf-8")
    out = medlint("explain", "--at", "page.txt:1:5").out

    assert "probability of an overclaim: 0." in out
    assert "words that speak for it:" in out
    assert "alike in the corpus (" in out
