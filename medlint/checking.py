"""One run: settings and packs → the rules in force; files → documents → findings → report."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from medlint import (
    __version__,
    allowances,
    config,
    engine,
    house_style,
    linter,
    market_packs,
    markets,
    pack,
    parse,
    parsers,
)
from medlint.allowance_rules import ALLOWANCE_RULES
from medlint.errors import DocumentError, Mistake, PackError, SettingsError
from medlint.evidence import registry
from medlint.languagetool import guest
from medlint.languagetool import rules as languagetool
from medlint.languagetool.guest import Ask
from medlint.languagetool.session import Pending, Session
from medlint.model import CheckedDocument, Document, Failure, Finding, Position, Report, Tool
from medlint.parsers import OWN_REPORT
from medlint.parsers.view import View
from medlint.reader import weights
from medlint.reader.second_reader import SECOND_READER_RULES
from medlint.rule import Rule
from medlint.rules import python_rules
from medlint.selection import check_version, selected
from medlint.settings import Settings, digest, for_path, salvaged


@dataclass(frozen=True)
class Ruleset:
    """All rules there are: the shipped packs, the user's and those written in Python."""

    rules: tuple[Rule, ...]  # by id
    packs: tuple[pack.Pack, ...]
    facts: str = ""  # the hash of a registry of the user's own

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all rules."""
        return frozenset(rule.id for rule in self.rules)

    @property
    def sha256(self) -> str:
        """A hash of what the rules say; the same on every machine."""
        parts = [
            __version__,
            weights.sha256(),
            config.digest(),  # word lists, sources, facts
            self.facts,
            *(each.sha256 for each in self.packs),
            *(rule.id for rule in self.rules),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True, eq=False)
class Checker:
    """Rules and settings, ready to check documents."""

    ruleset: Ruleset
    settings: Settings
    as_of: str  # ISO date
    _engines: dict[int, engine.Engine] = field(default_factory=dict)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all rules, running or not, and of all that LanguageTool may find."""
        return tuple(dict.fromkeys((*(rule.id for rule in self.ruleset.rules), *languagetool.names())))

    def engine_for(self, settings: Settings) -> engine.Engine:
        """Return the engine for settings that one or more files share."""
        key = id(settings)  # `for_path` gives files with the same overrides the same object
        if key not in self._engines:
            rules = selected(self.ruleset.rules, settings)
            if self.settings.values.grammar.engine == "off":
                rules = tuple(rule for rule in rules if rule.category != "grammar")
            rules = _with_second_reader(_with_parser(rules, self.settings), settings)
            self._engines[key] = engine.build(rules)
        return self._engines[key]


def load_rules(
    packs: Iterable[Path] = (), settings: Settings | None = None, named: Iterable[str] = ()
) -> Ruleset:
    """Return the shipped rules and those of more packs.

    Args:
        packs: Beside the shipped ones.
        settings: For house style, and for the rules of LanguageTool that they name.
        named: More of these: there are too many to have them all.

    Raises:
        PackError: a pack is wrong, or names a rule that another one has.
    """
    market = settings.values.profile.market if settings else None
    whole = settings is None or market_packs.asks_for_all(named)
    loaded = tuple(market_packs.load(path, market, whole=whole) for path in (*pack.shipped(), *packs))
    rejected = house_style.rejected_words(settings) if settings else house_style.REJECTED_WORD
    theirs = languagetool.rules((*named, *(languagetool.written(settings) if settings else ())))
    rules: dict[str, Rule] = {
        rule.id: rule for rule in (*python_rules(), *ALLOWANCE_RULES, *SECOND_READER_RULES, *theirs, rejected)
    }
    for each in loaded:
        if twice := [rule.id for rule in each.rules if rule.id in rules]:
            message = f"another pack already has a rule {twice[0]!r}; give yours a name of its own"
            raise PackError([Mistake(each.path, 1, 1, "rules", message)])
        rules.update({rule.id: rule for rule in each.rules})
    return Ruleset(tuple(sorted(rules.values(), key=lambda rule: rule.id)), loaded, _facts(settings))


def _facts(settings: Settings | None) -> str:
    """Return the hash of the user's own registry of facts; a wrong one is told before anything is checked."""
    own = settings.values.evidence.registry if settings else None
    return registry.load(settings.folder / own).sha256 if settings and own else ""


def checker(settings: Settings, as_of: str) -> Checker:
    """Return a checker for the settings, which are proved against the rules.

    Raises:
        PackError: a pack is wrong.
        SettingsError: the settings name a rule or option that is not there.
    """
    check_version(settings, __version__)
    if settings.values.second_reader.enabled:
        weights.load()  # a missing model is told before anything is checked
    made = Checker(load_rules(settings.packs, settings), settings, as_of)
    made.engine_for(settings)
    return made


def _with_parser(rules: tuple[Rule, ...], settings: Settings) -> tuple[Rule, ...]:
    """Return the rules without those that need a parser, unless one is installed and wanted."""
    if settings.values.grammar.parser != "off" and parse.installed():
        return rules
    return tuple(rule for rule in rules if rule.needs_model != parse.MODEL)


def _with_second_reader(rules: tuple[Rule, ...], settings: Settings) -> tuple[Rule, ...]:
    """Return the rules with the second reader as the settings want it."""
    wanted = settings.values.second_reader
    if not wanted.enabled:
        return tuple(rule for rule in rules if rule.second_look is None)
    if wanted.bar is None:
        return rules
    return tuple(rule.with_options({"bar": wanted.bar}) if rule.second_look else rule for rule in rules)


def check_document(
    checker: Checker, document: Document, ask: Ask | None = None, *, repeats: bool = False
) -> tuple[CheckedDocument, tuple[Failure, ...], frozenset[int]]:
    """Return what stands in a document, the rules that failed, and which settings' allowances it used.

    `ask` waits for what LanguageTool found; it is called when our own rules have run. With `repeats` slips
    that are else told once on a page have a finding at every place.
    """
    settings = for_path(checker.settings, Path(document.path))
    engine_ = checker.engine_for(settings)
    visitor = guest.Guest(ask, {rule.id: rule for rule in engine_.rules}, checker.ruleset.ids)
    found, failures = linter.findings(document, engine_, visitor.matches, repeats=repeats)
    active = visitor.active
    applied = allowances.apply(document, found, settings, checker.ids, active, checker.as_of)
    problems = [_problem(document, each, engine_.rules) for each in applied.problems if each.rule in active]
    checked = CheckedDocument(
        path=document.path,
        sha256=document.sha256,
        words=document.words,
        findings=tuple(sorted((*applied.kept, *problems), key=_place)),
        not_checked=document.not_checked,
        allowed=applied.allowed,
        rules=active,
        document=document,
    )
    return checked, failures, applied.used


def check_files(checker: Checker, files: Iterable[Path]) -> Report:
    """Return the report on files; one that cannot be read is a failure and the others go on."""
    return check_documents(checker, (read(path) for path in files))


def check_documents(
    checker: Checker,
    documents: Iterable[Document | Failure],
    *,
    is_whole: bool = False,
) -> Report:
    """Return the report on documents, by path; our own rules alone look at them."""
    return check_asked(checker, ((document, None) for document in documents), is_whole=is_whole)


def check_asked(
    checker: Checker,
    documents: Iterable[tuple[Document | Failure, Pending | None]],
    session: Session | None = None,
    *,
    is_whole: bool = False,
) -> Report:
    """Return the report on documents of which LanguageTool was asked too, by path.

    Args:
        checker: The rules and settings.
        documents: What to check, and what could not be read; each with what LanguageTool will say.
        session: Who was asked.
        is_whole: Whether these are all the files the settings are for; then their allowances that
            allowed nothing are findings in the settings file.
    """
    checked: list[CheckedDocument] = []
    failures: list[Failure] = []
    used: set[int] = set()
    own: list[str] = []  # reports: each would hold the one before it
    for document, pending in documents:
        if isinstance(document, Failure):
            failures.append(document)
            continue
        if OWN_REPORT in document.meta:
            own.append(f"{document.path}: is a report that medlint wrote")
            continue
        ask = partial(session.result, pending) if session and pending else None
        result, failed, used_here = check_document(checker, document, ask)
        checked.append(result)
        failures.extend(failed)
        used.update(used_here)
    if is_whole:
        checked += _checked_settings(checker, used | guest.not_tried(checker.settings, session))
    report = guest.noted(report_of(checker, checked, failures), session, checker.settings)
    return _noted(replace(report, not_checked=(*report.not_checked, *own)), checker.settings)


def _noted(report: Report, settings: Settings) -> Report:
    """Return the report with what the market's rules left out, and with the absence of the parser.

    That is a failure where the parser had to take part.
    """
    report = replace(report, not_checked=(*report.not_checked, *markets.notes(settings)))
    grammar = settings.values.grammar
    if "off" in (grammar.engine, grammar.parser) or parse.installed():
        return report
    if grammar.parser == "on":
        return replace(report, failures=(*report.failures, Failure("", "grammar.parser", parse.missing())))
    return replace(report, not_checked=(*report.not_checked, f"grammar: {parse.missing()}"))


def with_unknown_rules(mistakes: Sequence[Mistake], path: Path | None) -> tuple[Mistake, ...]:
    """Return the mistakes of a settings file and those in its names of rules: all are told at once."""
    settings = salvaged(path) if path else None
    if settings is None:
        return tuple(mistakes)
    try:
        selected(load_rules(settings.packs, settings).rules, settings)
    except SettingsError as error:
        return tuple({*mistakes, *error.mistakes})
    except PackError:
        pass  # told when the settings are mended: without the pack its rules' names are not known
    return tuple(mistakes)


def report_of(checker: Checker, documents: Sequence[CheckedDocument], failures: Sequence[Failure]) -> Report:
    """Return the report, its parts in order."""
    is_read = checker.settings.values.second_reader.enabled
    tool = Tool(
        version=__version__,
        rules_hash=checker.ruleset.sha256,
        settings_hash=digest(checker.settings),
        as_of=checker.as_of,
        model=weights.load().description if is_read else None,
    )
    return Report(
        documents=tuple(sorted(documents, key=lambda document: document.path)),
        failures=tuple(sorted(failures, key=lambda failure: (failure.path, failure.what))),
        tool=tool,
    )


def read(path: Path, view: View = "final") -> Document | Failure:
    """Return the document, or why it cannot be checked."""
    try:
        return parsers.read(path, view=view)
    except DocumentError as error:
        message = f"{error.problem}. {error.advice}" if error.advice else error.problem
        return Failure(error.path, "document", message)


def _checked_settings(checker: Checker, used: Collection[int]) -> Iterator[CheckedDocument]:
    """Yield the settings file with its allowances that ended or allowed nothing, if there are any."""
    settings = checker.settings
    mistakes = allowances.unused_in_settings(settings, used)
    if not mistakes or settings.path is None:
        return
    unused = [each for index, each in enumerate(settings.values.allow) if index not in used]
    rules = {rule.id: rule for rule in ALLOWANCE_RULES}
    findings = []
    for allowance, mistake in zip(unused, mistakes, strict=True):
        place = Position(mistake.line, mistake.column)
        until = allowance.until.isoformat() if allowance.until else ""
        has_ended = allowances.has_ended(until, checker.as_of)
        rule = rules["medlint.expired-allowance" if has_ended else "medlint.unused-allowance"]
        words = {"name": f"{allowance.rule} for “{allowance.words}”", "until": until}
        message = rule.message.format_map(words)
        findings.append(_own_finding(rule, mistake.path, message, allowance.words, (place, place)))
    digest_ = hashlib.sha256(settings.path.read_bytes()).hexdigest()
    yield CheckedDocument(mistakes[0].path, digest_, 0, tuple(findings))


def _place(finding: Finding) -> tuple[bool, int, int, str]:
    return finding.start is None, finding.start or 0, finding.end or 0, finding.rule


def _problem(document: Document, problem: allowances.Problem, rules: Sequence[Rule]) -> Finding:
    rule = next(rule for rule in rules if rule.id == problem.rule)
    places = document.source_position(problem.start), document.source_position(problem.end)
    message = rule.message.format_map(problem.words)
    finding = _own_finding(rule, document.path, message, problem.text, places)
    return replace(finding, start=problem.start, end=problem.end)


def _own_finding(
    rule: Rule, path: str, message: str, text: str, places: tuple[Position, Position]
) -> Finding:
    """Return a finding about a remark to medlint or about its settings."""
    return Finding(
        path=path,
        rule=rule.id,
        label=rule.label,
        severity=rule.severity,
        needs=rule.needs,
        message=message,
        advice=rule.advice,
        sources=rule.cited,
        start=None,
        end=None,
        position=places[0],
        end_position=places[1],
        text=text,
        sentence=text,
        in_sentence=(0, len(text)),
        suggestions=(),
        fingerprint=linter.fingerprint(rule.id, text),
    )
