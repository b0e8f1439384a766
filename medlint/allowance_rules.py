"""What can be wrong with an allowance, as rules: they are explained and listed like all others.

They have no probes: `allowances.apply` finds these faults when all other rules have run.
"""

from __future__ import annotations

from functools import partial

from medlint.rule import Rule

_rule = partial(Rule, severity="warning", sources=("medlint-guide",), probes=(), origin=__name__)

_SAFE = "Zelpax is completely safe."
_RISKS = "Zelpax has risks."
_ALLOWED = f"medlint: allow overclaim.completely-safe -- quoted from an old poster\n{_SAFE}"
_ENDING = f"medlint: allow overclaim.completely-safe -- an old poster (until 2999-12-31)\n{_SAFE}"
_FILE_ALLOWED = f"medlint: allow-file overclaim -- a page about false promises\n\n{_SAFE}"
_RANGE_ALLOWED = f"medlint: allow-start overclaim -- old posters\n\n{_SAFE}\n\nmedlint: allow-end overclaim"

ALLOWANCE_RULES: tuple[Rule, ...] = (
    _rule(
        id="medlint.no-reason",
        message="The allowance of {name} gives no reason, so it allows nothing.",
        needs="addition",
        why="Whoever reviews the page has to see why a finding may stand. Without a reason, nobody can "
        "judge later whether it still may.",
        advice="Write the reason behind two hyphens: “medlint: allow RULE -- reason”.",
        bad=(
            f"[[medlint: allow overclaim.completely-safe]]\n{_SAFE}",
            f"[[medlint: allow-file overclaim --]]\n\n{_SAFE}",
        ),
        good=(_ALLOWED, _FILE_ALLOWED),
    ),
    _rule(
        id="medlint.unknown-rule",
        message="No rule is called “{name}”{near}",
        needs="wording",
        why="An allowance of a rule that does not exist allows nothing, though its writer thinks it does.",
        advice="Write the name as the report prints it; “medlint rules” lists them all.",
        bad=(
            f"[[medlint: allow overclaim.completely-save -- the name of an award]]\n{_RISKS}",
            f"[[medlint: allow-file overclaims -- a page about false promises]]\n\n{_RISKS}",
        ),
        good=(_ALLOWED, _RANGE_ALLOWED),
    ),
    _rule(
        id="medlint.unused-allowance",
        message="Nothing here needs the allowance of {name}.",
        severity="note",
        needs="wording",
        why="An allowance that allows nothing any more would hide the next fault written in its place.",
        advice="Take it out, or put it in the block, or on the line before the words, that it is for.",
        bad=(
            f"[[medlint: allow overclaim.completely-safe -- the name of an award]]\n{_RISKS}",
            f"{_SAFE}\n\n[[medlint: allow overclaim -- it stands behind the words]]\n{_RISKS}",
        ),
        good=(_ALLOWED, _FILE_ALLOWED),
    ),
    _rule(
        id="medlint.expired-allowance",
        message="The allowance of {name} ended on {until}, so it allows nothing.",
        needs="judgement",
        why="An end was set so that somebody looks again: the evidence, the campaign or the rule may have "
        "changed since.",
        advice="Look at the words again. If they may stand, give a new reason and day; else change them.",
        bad=(
            f"[[medlint: allow overclaim.completely-safe -- an old poster (until 2020-12-31)]]\n{_SAFE}",
            f"[[medlint: allow-file overclaim -- old posters (by A. Kestrel, until 2020-06-30)]]\n\n{_SAFE}",
        ),
        good=(_ENDING, _FILE_ALLOWED),
    ),
    _rule(
        id="medlint.unclosed-range",
        message="The range that allows {name} is never closed, so it allows nothing.",
        needs="wording",
        why="A range without an end would silence the rest of the page, whatever is written there later.",
        advice="Close it with “medlint: allow-end RULE” behind the words it is for.",
        bad=(
            f"[[medlint: allow-start overclaim -- old posters]]\n\n{_SAFE}",
            f"{_RISKS}\n\n[[medlint: allow-start overclaim.completely-safe -- old posters]]\n\n{_SAFE}",
        ),
        good=(_RANGE_ALLOWED, _ALLOWED),
    ),
    _rule(
        id="medlint.bad-allowance",
        message="This remark to medlint cannot be followed: {problem}.",
        needs="wording",
        why="A remark that is not understood allows nothing, though its writer thinks it does.",
        advice="Write “medlint: allow RULE -- reason”; allow-file is for the whole file, allow-start and "
        "allow-end are for a range.",
        bad=(
            f"[[medlint: permit overclaim -- an old poster]]\n{_RISKS}",
            f"[[medlint: allow-end overclaim]]\n{_RISKS}",
        ),
        good=(_ALLOWED, "We read this page with medlint before we published it."),
    ),
)
"""What can be wrong with an allowance."""
