"""One specific risk on a page: told, or denied, lessened, another's."""

import pytest

from medlint.page.risks import tells_risks
from medlint.parsers import parse


def page(text):
    return parse("page.md", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "You may have a sore arm or a headache for a day.",
        "Possible side effects are nausea and dizziness.",
        "As with any operation, bleeding and injury to a nerve can happen.",
        "Bruising is common and fades within two weeks.",
        "Infection occurs in about 1 in 100 operations.",
        "In rare cases the implant ruptures, and hardening of the tissue is possible.",
        "## Risks\n\n- Infection\n- Blood clots",
        "## What can go wrong\n\nSome implants do not hold.",
        "The tablets may weaken the effect of the contraceptive pill.",
        "About 3 people in 100 needed a second operation; nerve damage is a known complication.",
        "Some users notice itching or more shedding in the first weeks.",
        "## Side effects\n\nDo not take it if you are pregnant.",
    ],
)
def test_risk_is_told(text):
    assert tells_risks(page(f"# Knees\n\n{text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "As with any treatment there are risks and side effects.",
        "There are no side effects such as nausea or bleeding.",
        "Without bleeding, without scars and without pain.",
        "Unlike surgery, which can cause infection and scarring, it is gentle.",
        "It lowers the risk of a heart attack.",
        "The risk of a stroke was cut in half.",
        "It treats headache, fever and nausea.",
        "Symptoms of the disease are fever and sometimes a rash.",
        "Say goodbye to back pain.",
        "> I had some swelling and a headache for a day.",
        "Ask us about the risks.",
    ],
)
def test_risk_is_not_told(text):
    assert not tells_risks(page(f"# Knees\n\n{text}\n"))
