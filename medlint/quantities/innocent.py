"""Percentages that claim nothing: prices, strengths, thresholds, parts of a body or a meal."""

from __future__ import annotations

import re

from medlint.expressions import expression
from medlint.quantities.line import Draft, Line
from medlint.quantities.vocabulary import words

_WEAK = 20
"""Per cent; a figure up to this before a substance is its strength: our own judgement."""

_PRICE_BEFORE = expression(
    r"\b(?:save|saves|saving|discounts?|sale|deposit|interest|vat|tax|fees?|costs?|prices?|priced|pay|pays"
    r"|payable|paid|coupon"
    r"|commission|cheaper|bonus|voucher|earn|insurance|bills?|finance|apr|instal?lments?)\b[^;]*$"
    r"|\bminus $"
)
_PRICE_AFTER = expression(
    r"\s?-?(?:off\b|(?:welcome |gift )?voucher|under the (?:price|list)"
    r"|below (?:list|the price)|discount|deposit|cheaper|saving|cash ?back|interest|refund"
    r"|down\b|vat\b|bonus|price"
    r"|of (?:the |your |all |our )?(?:price|cost"
    r"|fee|bill|purchase|total|amount|proceeds|sale|order|profit)s?\b|(?:less |lower )?(?:expensive|price))"
)
_STRENGTH_BEFORE = expression(
    r"\b(?:contain\w*|strengths?|concentrations?|solution|dilut\w*|dissolv\w*|made (?:up )?of|consists? of"
    r"|composed|mouthwash|rinse"
    r"|apply|spf|ointment|lotion|gel|cream|shampoo|alcohol|peroxide|saline|oxygen|infusion|pure|humidity"
    r"|(?:eye|ear|nose) drops|spf|wipe\w*|disinfect\w*|soak\w*)\b[^;,]*$"
)
_STRENGTH_AFTER = expression(
    r" (?:w/[vw]|\w+ (?:solution|gel|cream|ointment|lotion|mouthwash|serum|drops|spray|foam|shampoo"
    r"|injection|peel)\b"
    r"|(?:solution|gel|cream|ointment|lotion|serum|drops|spray|foam|alcohol|oxygen|strength|concentration"
    r"|saline|glucose|dextrose"
    r"|acid|uv|cotton|cocoa|protein|fat|water|juice|humidity|pure|beer|lager|wine|cider|vinegar)\b)"
)
# "Hydrocortisone 1 %", "salicylic acid 2 %": what such names end in is strong enough a sign.
_SUBSTANCE_BEFORE = expression(
    r"\b\w*(?:azole|caine|sone|olone|oxidil|[a-z]ic acids?|cillin|mycin|oxide|chloride|glycol|urea|menthol"
    r"|ethanol|iodine|peroxide|chlorhexidine|retinol|atropine)(?: at)? $"
)
_SUBSTANCE_LEAD = expression(r"\b(?:with|use|using|apply|add|an?|the) $")
_BODY = expression(
    r"(?:(?:of|at) )(?:(?:the|your|its|their|his|her|a|an|our|all|total|whole|recommended|normal"
    r"|labelled|labeled|usual|full|starting|standard) "
    r"|\w+'s )*(?:daily|maxim\w+|max\b|predicted"
    r"|normal|heart|body|bod(?:y|ies)|weight|calor\w+|energy|diet|dose|dosage|blood|air|oxygen|uv|light"
    r"|liver|stomach|colon|bowel|intestine|bone"
    r"|skin|lung|kidney|pancreas|thyroid|prostate|breast tissue|water|volume|surface|cells?|food|meals?"
    r"|plate|day|time|expected|value)\b"
)
_THRESHOLD_BEFORE = expression(
    r"\b(?:a1c|hba1c|ha?emoglobin|ha?ematocrit|saturation|saturated|oxygen|spo2|o2|humidity"
    r"|ejection fraction|fev1|tsat|heart rate|pulse"
    r"|normal|defined as|definition|target|goal|cut-?off|threshold|classified|considered|set (?:at|to)|bmi"
    r"|body fat|narrow\w*|blocked|block"
    r"|confidence|battery|brightness|moisture|blasts|score[sd]?|intensity|power|speed|effort|gradient"
    r"|peak flow|aim\w*|volume|prediabetes|(?:positive|negative|abnormal)|diabetes (?:is|means)|set the"
    r"|turn(?:ed)? (?:up|down)"
    r"|adjust\w*)\b[^;]*$"
)
_THRESHOLD_AFTER = expression(
    r" (?:or (?:higher|above|more|lower|less|below|greater|over|under|better)|confidence|ci\b"
    r"|is (?:considered |regarded as )?normal"
    r"|(?:chance|risk|probability) of (?:inherit|passing|having an affected))"
)
_INHERIT = expression(r"\binherit\w*|\bcarriers?\b|\b(?:gene|mutation|chromosome)s?\b")
_CHANCE = expression(r"\b(?:chance|risk|probability|likelihood)\b")
# How leaflets tell how often a side effect is: "may affect up to 1 in 100 people".
_FREQUENCY_CLASS = expression(r"\bmay affect (?:up to|fewer than|less than|more than|about)? ?$")
_WHOLE = expression(
    r"\s?(?:of (?!the money|course)|is\b|are\b|were\b|was\b|had\b|have\b|saw\b|reported\b|said\b|would\b"
    r"|recommend|success|survival"
    r"|recovery|cure\b|improvement|reduction|accura|more\b|fewer\b|less\b|better\b|faster\b|higher\b|absor"
    r"|rate\b)"
)


def is_innocent(line: Line, draft: Draft) -> bool:
    """Say whether a share is a price, a strength, a threshold, a law of heredity or a part of something."""
    if draft.unit in ("percent", "ratio") and _INHERIT.search(line.text) and _CHANCE.search(line.text):
        return True
    if draft.unit == "ratio" and _FREQUENCY_CLASS.search(line.text[: draft.number[0]]):
        return True
    return draft.unit == "percent" and _is_innocent_percentage(line, draft)


def _is_innocent_percentage(line: Line, draft: Draft) -> bool:
    start, end = draft.number
    lead, behind = line.text[max(0, start - 80) : start], line.text[end : end + 50]
    if _PRICE_AFTER.match(behind) or _PRICE_BEFORE.search(lead):
        return True
    if draft.values[-1] == 100 and not draft.is_certain and not _WHOLE.match(behind):
        return True
    if draft.is_certain:
        return _is_blasts(line, end)
    if _THRESHOLD_BEFORE.search(lead) or _THRESHOLD_AFTER.match(behind) or _BODY.match(behind.lstrip()):
        return True
    return _is_strength(lead, behind, draft.values[-1])


def _is_strength(lead: str, behind: str, figure: float) -> bool:
    if _STRENGTH_AFTER.match(behind) or _STRENGTH_BEFORE.search(lead[-45:]):
        return True
    if _SUBSTANCE_BEFORE.search(lead) and not behind.startswith(" of"):
        return True
    following = re.match(r" ([a-z]+)", behind)
    if following is None or (figure > _WEAK and not _SUBSTANCE_LEAD.search(lead)):
        return False
    word = following[1]
    is_claim = (
        word in words("follows-percent")
        or word in words("relative")
        or word in words("rate")
        or word in words("risk")
    )
    return not is_claim and not word.endswith(("ed", "s", "er", "ly")) and word not in words("outcome")


def _is_blasts(line: Line, end: int) -> bool:
    return line.text.startswith(" of the cells", end)
