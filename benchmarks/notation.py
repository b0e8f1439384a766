"""Measure the packs safety-notation and person-first: what they find where, and whether suggestions hold.

Run from the checkout, where `../shared` holds the pages of others:

    python benchmarks/notation.py pages        findings on sober pages, by pack, per 1,000 words
    python benchmarks/notation.py sentences    our own sentences: recall and false alarms, by pack
    python benchmarks/notation.py labels       the labelled texts of ../shared/eval: precision and recall

Each prints the findings one a line. `benchmarks/notation.md` says which of them are right.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import yaml

from medlint import engine, linter, parsers
from medlint.checking import load_rules
from medlint.model import Finding

HERE = Path(__file__).resolve().parents[1]
SHARED = HERE / ".." / "shared"
SENTENCES = HERE / "tests" / "data" / "notation"
PACKS = ("safety-notation", "person-first")
LABELS = ("terminology.unsafe-notation", "terminology.stigma")
SOBER = ("patient-leaflet", "public-health", "pharma-patient", "hospital-page")
_MARK = re.compile(r"\{\{([^|{}]+)\|([^{}]*)\}\}")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@cache
def _engine() -> engine.Engine:
    return engine.build([rule for rule in load_rules().rules if rule.category in PACKS])


def findings(text: str, name: str = "page.md") -> Sequence[Finding]:
    """Return what the two packs find in a text."""
    found, failures = linter.findings(parsers.parse(name, text.encode()), _engine())
    if failures:
        raise SystemExit(str(failures[0]))
    return found


def pack_of(finding: Finding) -> str:
    """Return the pack of a finding's rule."""
    return finding.rule.partition(".")[0]


def applied(text: str, found: Sequence[Finding]) -> str:
    """Return the text with the first suggestion of each finding in place of its words."""
    for finding in sorted(found, key=lambda each: each.start or 0, reverse=True):
        if finding.suggestions and finding.start is not None and finding.end is not None:
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text


def documents() -> Iterator[tuple[str, str, str, list[tuple[str, int, int]]]]:
    """Yield name, register, plain text and marked spans of the annotated pages."""
    for path in sorted((SHARED / "eval" / "docs").glob("*.md")):
        source = path.read_text(encoding="utf-8")
        front = _FRONT.match(source)
        meta = yaml.safe_load(front[1]) if front else {}
        body = source[front.end() :] if front else source
        plain, spans, last = "", [], 0
        for found in _MARK.finditer(body):
            plain += body[last : found.start()]
            spans += [(label, len(plain), len(plain) + len(found[2])) for label in found[1].split("+")]
            plain += found[2]
            last = found.end()
        yield path.name, meta.get("register", ""), plain + body[last:], spans


def pages() -> None:
    """Print what stands on pages that should draw next to nothing."""
    nih = (SHARED / "data" / "nih_patient_pages" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [(each["id"], each["text"]) for each in map(json.loads, nih)]
    texts += [(name, text) for name, register, text, _ in documents() if register in SOBER]
    words, counts = 0, Counter[str]()
    for name, text in texts:
        words += len(text.split())
        for finding in findings(text, "page.md" if name.endswith(".md") else "page.txt"):
            counts[pack_of(finding)] += 1
            print(
                "\t".join(
                    (name, finding.rule, finding.text, "; ".join(finding.suggestions), _around(finding))
                )
            )
    for pack in PACKS:
        print(
            f"{pack}: {counts[pack]} findings, {1000 * counts[pack] / words:.3f} per 1,000 of {words} words"
        )


def _around(finding: Finding) -> str:
    start, end = finding.in_sentence
    return finding.sentence[max(0, start - 60) : end + 60].replace("\n", " ")


def sentences() -> None:
    """Print what is missed and what is a false alarm in our own sentences."""
    for pack in PACKS:
        faulty = (SENTENCES / f"{pack}-faulty.txt").read_text(encoding="utf-8").splitlines()
        sound = (SENTENCES / f"{pack}-sound.txt").read_text(encoding="utf-8").splitlines()
        missed = marks = unmended = extra = 0
        for line in filter(None, faulty):
            text, spans = _unmarked(line)
            found = [each for each in findings(text) if pack_of(each) in PACKS]
            marks += len(spans)
            for start, end in spans:
                if not any((each.start or 0) < end and start < (each.end or 0) for each in found):
                    missed += 1
                    print(f"{pack}\tmissed\t{text[start:end]}\t{text}")
            for each in found:
                if not any((each.start or 0) < end and start < (each.end or 0) for start, end in spans):
                    extra += 1
                    print(f"{pack}\textra\t{each.rule}\t{each.text}\t{text}")
            mended = applied(text, found)
            if found and (left := findings(mended)):
                unmended += 1
                print(f"{pack}\tunmended\t{left[0].rule}\t{left[0].text}\t{mended}")
        alarms = [(line, each) for line in filter(None, sound) for each in findings(line)]
        for line, each in alarms:
            print(f"{pack}\tfalse alarm\t{each.rule}\t{each.text}\t{line}")
        number = len([line for line in faulty if line])
        print(
            f"{pack}: {marks - missed} of {marks} marks found in {number} faulty sentences ({extra} extra),"
            f" {len(alarms)} false alarms in {len([line for line in sound if line])} sound ones,"
            f" {unmended} not mended by their suggestions"
        )


def _unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    parts = re.split(r"\[\[|\]\]", line)
    spans, text = [], ""
    for number, part in enumerate(parts):
        if number % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return text, spans


def labels() -> None:
    """Print precision and recall on the labelled texts, by label."""
    claims = (SHARED / "eval" / "claims_dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [(name, text, spans) for name, _, text, spans in documents()]
    for item in map(json.loads, claims):
        spans = []
        for label in item["labels"]:
            start = item["text"].find(label["span"])
            spans.append((f"{label['category']}.{label['subtype']}", start, start + len(label["span"])))
        texts.append((item["id"], item["text"], spans))
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for name, text, spans in texts:
        found = findings(text)
        for label in LABELS:
            wanted = [(start, end) for each, start, end in spans if each == label]
            ours = [each for each in found if each.label == label]
            for each in ours:
                is_right = any((each.start or 0) < end and start < (each.end or 0) for start, end in wanted)
                (right if is_right else wrong)[label] += 1
                if not is_right:
                    print(f"{name}\tnot marked\t{each.rule}\t{each.text}\t{_around(each)}")
            for start, end in wanted:
                if not any((each.start or 0) < end and start < (each.end or 0) for each in ours):
                    missed[label] += 1
                    print(f"{name}\tmissed\t{text[start:end]}")
    for label in LABELS:
        print(f"{label}: {right[label]} right, {wrong[label]} not marked, {missed[label]} missed")


if __name__ == "__main__":
    {"pages": pages, "sentences": sentences, "labels": labels}[
        sys.argv[1] if len(sys.argv) > 1 else "pages"
    ]()
