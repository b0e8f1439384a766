"""Numeric claims are found with their noun; doses, dates, prices and thresholds are not."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint import quantities
from medlint.model import Region
from medlint.quantities import Quantity
from tests.documents import document, marked, passage

NIH = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "nih_patient_pages" / "dev.jsonl"


def found(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a page of one paragraph."""
    return quantities.find(document(text))


def only(text: str) -> Quantity:
    """Return the one quantity of a page of one paragraph."""
    (quantity,) = found(text)
    return quantity


@pytest.mark.parametrize(
    ("unit", "example"),
    [
        ("percent", "[[Up to 70 percent of patients]] feel better."),
        ("percent", "[[68.4% of 5,900 patients]] felt better."),
        ("percent", "Warts clear in [[88 per cent]], says the shop."),
        ("percent", "[[97 pc of readers]] would tell a friend."),
        ("percent", "[[80–90 % of warts]] fall off."),
        ("percent", "[[Ninety-three per cent of wearers]] hear the bell."),
        ("percent", "We have [[a 95 per cent success rate]]."),
        ("percent", "[[Our cure rate is above 90%]]."),
        ("percent", "The patch [[cuts the risk of falls by 40 %]]."),
        ("percent", "It gives [[a 30% lower risk of fractures]]."),
        ("percent", "[[100%]] of the pollen is gone."),
        ("ratio", "[[One in eight]] has it."),
        ("ratio", "[[Nine out of ten clients]] come back."),
        ("ratio", "[[Three men out of four]] sleep through."),
        ("ratio", "[[One woman in three]] leaks."),
        ("ratio", "It goes in [[93 cases from 100]]."),
        ("ratio", "[[Four of five clients]] return."),
        ("ratio", "[[Six of every ten families]] agree."),
        ("ratio", "[[Our nine-out-of-ten]] promise."),
        ("ratio", "[[Five bed partners in six]] slept."),
        ("ratio", "[[Every third woman]] has it."),
        ("ratio", "[[2 in 4,310]] went wrong."),
        ("ratio", "[[one or two extra cases per million people]] a year."),
        ("fraction", "[[Half of patients]] need no glasses."),
        ("fraction", "[[A quarter of us]] will have it."),
        ("fraction", "[[Three quarters of our patients]] return."),
        ("fraction", "[[Two thirds]] reported better sleep."),
        ("fraction", "It [[lowers the risk by a fifth]]."),
        ("fraction", "The [[risk of a stroke was cut in half]]."),
        ("fraction", "Migraines become [[a third rarer]]."),
        ("multiple", "Smokers are [[three times more likely]] to lose it."),
        ("multiple", "It works [[twice as fast]] as cream."),
        ("multiple", "It heals [[3x faster]]."),
        ("multiple", "It [[halves the chance]] of pain."),
        ("multiple", "[[A 4.5-fold]] higher risk of gout."),
        ("multiple", "After sixty the risk [[doubles]]."),
        ("count", "We placed [[more than 15,000 implants]]."),
        ("count", "[[4 million users]] cannot be wrong."),
        ("count", "[[Our 3,000th endoscopic operation]]."),
        ("count", "We have treated [[thousands of patients]]."),
        ("count", "[[A million treatments]] to date."),
        ("count", "[[Over 2 million bottles sold]]."),
        ("change", "Clients [[drop thirteen inches on average]]."),
        ("change", "This bracelet: average [[drop 24 points]]."),
        ("change", "[[Up to seven shades whiter]] by Sunday."),
        ("change", "[[Lose fifteen kilos in three months]]."),
        ("change", "[[Lose a stone]]."),
        ("share", "[[The vast majority of patients]] return."),
        ("share", "[[Nearly all clients]] see a change."),
        ("share", "[[The overwhelming majority recover]]."),
    ],
)
def test_claim_is_found_with_its_noun(unit, example):
    text, (region,) = marked(example)
    quantity = only(text)

    assert (
        text[quantity.region.start : quantity.region.end].lower() == text[region.start : region.end].lower()
    )
    assert quantity.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        # doses, strengths, measures
        "Take half a tablet with 10 ml of water, twice daily.",
        "The mouthwash contains 0.2% chlorhexidine.",
        "Clean the skin with 70% ethanol.",
        "Use a 4% lidocaine patch.",
        "The cream contains 5% urea and 2% salicylic acid.",
        "Never cut the patch in half.",
        "The dose is doubled after a week.",
        "The half-life is nine hours.",
        "The vial holds 1,000 units.",
        # time
        "Apply it three times a day for two weeks.",
        "Take one in the morning and two in the evening.",
        "Get up every half hour.",
        "You may fly after as many as four weeks.",
        "You need two visits in six weeks.",
        "Your appointment is at 10.30 on 12 March 2024.",
        "Sale ends in 2 of 2024.",
        # money
        "Get 10% discount on your first visit.",
        "Book two treatments and get 50% off the second.",
        "A 20% deposit is payable on booking.",
        "The price includes 19% VAT.",
        # thresholds and definitions
        "An HbA1c of 6.5% or more means diabetes.",
        "A normal A1C is below 5.7 percent and prediabetes is between 5.7 to 6.4 percent.",
        "Keep your oxygen level between 88 and 92 percent.",
        "Exercise at 50 to 70 per cent of your maximum heart rate.",
        "Your ejection fraction was 35%.",
        "A blockage of 70 per cent or more is treated.",
        "The result has a 95% confidence interval.",
        "There is a 1 in 4 chance of inheriting the gene.",
        # scores, stages, pages
        "She rated her pain 7 out of 10.",
        "He scored 27 out of 30 on the test.",
        "My pain was 8/10.",
        "You have 20/20 vision.",
        "Stage 2 of 4.",
        "Please read page 2 of 3.",
        # items, rooms, staff
        "There is one of three ways.",
        "If two of three samples are positive, we call you.",
        "Six of the ten beds are in single rooms.",
        "The hospital has 650 beds and employs 3,500 people.",
        "Two of our three surgeons speak Welsh.",
        "He is one of two surgeons in the town.",
        "The hall seats 250 people.",
        "Walk 10,000 steps a day.",
        "The trial will enrol 2,400 adults.",
        "In a study of 300 women there was no difference.",
        "We asked for 100 volunteers and need 200 more volunteers.",
        # bodies
        "The surgeon removed one third of the liver.",
        "Half of its surface is covered by new tissue.",
        "The lower two thirds of the leg are bandaged.",
        "Fill half your plate with vegetables.",
        "Water makes up 60% of your body.",
        # everything else
        "The socks are 100% cotton.",
        "100% satisfaction guaranteed.",
        "Two in Five meets on Mondays.",
        "First of all, call the ward.",
        "Double vision can be a sign of stroke.",
        "A third nurse will check the label.",
        "Most patients go home; many and some return.",
        "Tell your doctor if you have lost 5 kilos without trying.",
        "Aim for a weight loss of 5%.",
        "In HOPE-3 the participants were well.",
        "The wound is 2 by 3 cm.",
        "Two for one on all facials.",
        "A 3 in 1 shampoo.",
    ],
)
def test_figure_that_claims_nothing_is_left_alone(text):
    assert [text[each.region.start : each.region.end] for each in found(text)] == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Up to 70% of users.", "ceiling"),
        ("As many as one in ten.", "ceiling"),
        ("It helps over 90% of users.", "ceiling"),
        ("90%+ of users.", "ceiling"),
        ("At least 90% of users.", "floor"),
        ("No fewer than 90% of users.", "floor"),
        ("More than half of patients.", "floor"),
        ("Up to half of patients.", "ceiling"),
        ("Fewer than 2% of users.", "below"),
        ("Roughly one in seven.", "about"),
        ("10 to 20% of users.", "range"),
        ("70% of users.", "none"),
    ],
)
def test_bound(text, bound):
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("70% of users.", (70.0,)),
        ("10 to 20% of users.", (10.0, 20.0)),
        ("In 2019 and 20% of users.", (20.0,)),
        ("One in eight.", (1.0, 8.0)),
        ("Ninety cases out of a hundred.", (90.0, 100.0)),
        ("Two thirds of patients.", (2 / 3,)),
        ("It is 1.8 times faster.", (1.8,)),
        ("15.000 patients.", (15000.0,)),
        ("4 million users.", (4000000.0,)),
        ("Half as likely to fall.", (0.5,)),
        ("Every third woman.", (1.0, 3.0)),
        ("The vast majority of users.", ()),
    ],
)
def test_values(text, values):
    assert only(text).values == values


@pytest.mark.parametrize(
    ("trait", "text", "expected"),
    [
        ("is_rate", "Our success rate is 97%.", True),
        ("is_rate", "Success: 97 %", True),
        ("is_rate", "The rate of recurrence is 3%.", True),
        ("is_rate", "97% of clients return.", False),
        ("is_relative", "It cuts infections by 40%.", True),
        ("is_relative", "Ear infections become forty per cent rarer.", True),
        ("is_relative", "The survival rate is three times higher.", True),
        ("is_relative", "It reduces wrinkles by 34%.", True),
        ("is_relative", "Blood pressure falls by 20%.", False),
        ("is_relative", "It lowers cholesterol by 20%.", False),
        ("is_relative", "It works five times better.", False),
        ("is_relative", "The risk fell from 4% to 3%.", False),
        ("is_outcome", "The balm works for 19 in 20.", True),
        ("is_outcome", "85% pain-free.", True),
        ("is_outcome", "85% of them live here.", False),
        ("is_own", "Our team treated 4,000 patients.", True),
        ("is_own", "It affects 4,000 patients.", False),
        ("has_time_frame", "After five years 62% were well.", True),
        ("has_time_frame", "The five-year survival rate was 62%.", True),
        ("has_time_frame", "Our success rate is 62%.", False),
        ("has_population", "62% of adults with gallstones were well.", True),
        ("has_population", "Of 210 adults, 62% were well.", True),
        ("has_population", "Our success rate is 62%.", False),
        ("has_typical", "Up to 40% feel it, usually less.", True),
        ("has_typical", "Up to 40% feel it.", False),
    ],
)
def test_trait(trait, text, expected):
    assert getattr(only(text), trait) is expected


def test_subject_and_comparator_are_read():
    quantity = only("The survival rate is three times higher than with Zelpax alone.")

    assert quantity.subjects == {"survival"}
    assert quantity.comparator == "with Zelpax alone"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The risk of a stroke fell by a quarter, from 4% to 3%.", True),
        ("It halves the risk of a stroke. With it 2 in 100 had one, and 4 in 100 without.", True),
        ("It halves the risk of a stroke. 93% of clients return.", False),
        ("It halves the risk of a stroke.", False),
    ],
)
def test_absolute_risks_beside_a_relative_change_are_seen(text, expected):
    (relative,) = (quantity for quantity in found(text) if quantity.is_relative)

    assert relative.has_absolute is expected


def test_figures_of_a_list_of_sources_are_no_claims():
    page = document("It works.", passage("reference", "Orban K. 40% of patients. 2019.", marker="1"))

    assert quantities.find(page) == ()


def test_them_are_people_where_people_were_spoken_of():
    assert found("They counted the seeds. Half of them grew well.") == ()
    assert found("Our guests walk a lot. Half of them need no pills.")[0].unit == "fraction"


def test_figures_of_an_endless_sentence_keep_their_places():
    text = "up to 70% of patients, " * 200
    page = document(text)
    told = [text[each.number.start : each.number.end] for each in quantities.find(page)]

    assert told == ["70%"] * 200


@given(st.text(alphabet="0123456789%.,-–/ ain ofe tonwhrl½²", max_size=80))
def test_any_text_is_read_and_regions_lie_inside(text):
    page = document(text)

    for quantity in quantities.find(page):
        assert Region(0, len(text)).contains(quantity.region)
        assert quantity.region.contains(quantity.number)


def test_quantity_is_frozen_data():
    quantity = only("70% of users.")

    with pytest.raises(AttributeError):
        quantity.unit = "ratio"  # type: ignore[misc]
    assert {"region", "number", "unit", "values"} <= {each.name for each in fields(quantity)}


@pytest.mark.skipif(not NIH.exists(), reason="../shared/data/nih_patient_pages is not here")
def test_sober_pages_carry_few_figures():
    texts = [json.loads(line)["text"] for line in NIH.read_text(encoding="utf-8").splitlines()]
    words = sum(len(text.split()) for text in texts)
    told = sum(len(quantities.find(document(text))) for text in texts)

    assert told / words * 1000 <= 1.0
