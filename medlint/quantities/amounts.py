"""What people are said to lose or gain: thirteen inches on average, up to seven shades whiter."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.expressions import expression
from medlint.quantities.line import Draft, Line
from medlint.quantities.numerals import NUMBER, value
from medlint.quantities.vocabulary import words

_LOSS = (
    r"(?:los(?:e|es|t|ing)|shed(?:s|ding)?|drop(?:s|ped|ping)?|melt(?:s|ed)?|burn(?:s|ed)?|trim(?:s|med)?"
    r"|gain(?:s|ed)?)"
)
_AMOUNT = expression(
    rf"(?P<number>{NUMBER}|\ban?(?= stone\b))[ -](?P<unit>(?:dress |waist |iq )?[a-z]+)(?: and a half)?"
)
_LOSS_BEFORE = expression(rf"\b{_LOSS}(?: [a-z]+){{0,4}} $")
_AVERAGE_BEFORE = expression(r"\b(?:average|mean|typical)(?: [a-z]+){0,3}:? (?:of |about )*$")
_ABOUT = expression(r"\b(?:up to|as much as|about|more than|over|around|at least|nearly|an?) $")
_BEHIND = expression(
    r" (?:(?P<average>on average)|lighter|slimmer|smaller|whiter|younger|gone|off\b|less\b|thinner"
    r"|(?:by|in|before) (?:the )?(?:mid)?(?:summer|christmas|easter|spring|new year|weekend|half|january"
    r"|june|july"
    r"|[a-z]+ (?:days?|weeks?|months?)))"
)
# What readers are told to do or to watch, or tell of themselves.
_ADVICE = expression(
    r"\b(?:if|should|aim|goal|try|recommend\w*|advised?|may|might|unless|safe|tell|suggest\w*|unexplained"
    r"|i|my|he|she"
    r"|work to|need to|during pregnancy|weigh|have you|you have)\b"
)
_WIDTH = 50  # characters before a figure in which the verb of a loss may stand


def amounts(line: Line) -> Iterator[Draft]:
    """Yield how much people lost or gained, without what is advice."""
    for found in _AMOUNT.finditer(line.text):
        unit = found["unit"].split()[-1]
        behind = _BEHIND.match(line.text, found.end())
        if unit not in words("lost") and not (unit == "years" and behind and behind[0] == " younger"):
            continue
        first = max(0, found.start() - _WIDTH)
        lead = _ABOUT.sub("", line.text[first : found.start()])
        is_average = _AVERAGE_BEFORE.search(lead) is not None or bool(behind and behind["average"])
        loss = _LOSS_BEFORE.search(lead)
        if is_average or ((loss or behind) and not _ADVICE.search(line.text)):
            start = first + loss.start() if loss else found.start()
            end = behind.end() if behind else found.end()
            yield Draft("change", found.span(), (start, end), (value(found["number"]),), is_certain=True)
