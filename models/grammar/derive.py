"""Make `config/words/grammar-lexicon.yaml`: which words can be nouns, verbs, adjectives, and how they count.

    python models/grammar/derive.py ../shared/data [--model en_core_web_sm]

Reads two treebanks with gold tags and sober texts tagged by a spaCy model, counts, and adds the regular
forms of what it has seen. The texts stay where they are: a list holds words and classes, nothing of a text.
Of the patient pages only every other one is read, so that false alarms can be measured on the rest.

Needs the development dependencies `spacy`, its English model and `lemminflect`; medlint itself needs
neither to read the list.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import fill

import yaml

TARGET = Path(__file__).resolve().parents[2] / "config" / "words" / "grammar-lexicon.yaml"
TREEBANKS = ("ewt_train", "gum_train")
SOBER = ("causal_pubmed", "certainty_science", "measeval_quantities", "nih_patient_pages")

# Penn tags → the letters of the list.
LETTERS = {
    "NNS": "P", "VB": "B", "VBP": "B", "VBZ": "Z", "VBD": "D", "VBN": "N", "VBG": "G",
    "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R",
}  # fmt: skip
ONE = frozenset(["a", "an", "each", "every", "another", "either"])
OPENERS = frozenset(("det", "poss", "nmod:poss", "nummod", "predet", "det:predet", "quantmod"))
COMPOUND = frozenset(("compound", "nmod:npmod", "flat", "goeswith", "npadvmod", "nmod", "obl:unmarked"))
WORD = re.compile(r"[a-z]{2,}(?:-[a-z]{2,})*")

NO_PLURALS = ("us", "is", "ss", "ia")

FEWEST = 3  # sightings of a word that is listed
SHARE = 0.03  # of a word's sightings that a class needs to be listed
BARE = 0.08  # of a counted noun's singulars that may stand without an article
LONGEST_LINE = 106


@dataclass
class Token:
    """What is counted of a word in its sentence."""

    form: str
    lemma: str
    tag: str
    relation: str
    openers: list[str] = field(default_factory=list)  # determiners, possessives, numbers that hang on it


@dataclass
class Counts:
    """How often each word was seen, as what."""

    tags: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    single: Counter[str] = field(default_factory=Counter)  # nouns behind a, each …
    bare: Counter[str] = field(default_factory=Counter)  # singular nouns with nothing in front
    opened: Counter[str] = field(default_factory=Counter)  # singular nouns with the, your, its …
    many: Counter[str] = field(default_factory=Counter)  # plurals, by lemma


def main() -> None:
    """Derive the list and write it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default="en_core_web_sm")
    given = parser.parse_args()
    counts = Counts()
    for name in TREEBANKS:
        count(counts, treebank(given.data / "treebank" / f"{name}.conllu.gz"))
    count(counts, tagged(given.model, list(sober(given.data))))
    TARGET.write_text(written(classes(counts)), encoding="utf-8")


def treebank(path: Path) -> Iterator[list[Token]]:
    """Yield the sentences of a CoNLL-U file."""
    sentence: list[Token] = []
    heads: list[tuple[int, str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if len(row) == 10 and row[0].isdigit():
                relation = row[7] if row[7] in OPENERS else row[7].partition(":")[0]
                sentence.append(Token(row[1].lower(), row[2].lower(), row[4], relation))
                heads.append((int(row[6]), relation, row[1].lower()))
            elif not line.strip():
                yield with_openers(sentence, heads)
                sentence, heads = [], []


def with_openers(sentence: list[Token], heads: list[tuple[int, str, str]]) -> list[Token]:
    """Return the tokens, each told what opens it."""
    for head, relation, form in heads:
        if head and relation in OPENERS:
            sentence[head - 1].openers.append(form)
    return sentence


def sober(data: Path) -> Iterator[str]:
    """Yield the texts of the sober sets; of the patient pages every other one."""
    for name in SOBER:
        lines = (data / name / "dev.jsonl").read_text(encoding="utf-8").splitlines()
        for line in lines[:: 2 if name == "nih_patient_pages" else 1]:
            yield json.loads(line)["text"]


def tagged(model: str, texts: list[str]) -> Iterator[list[Token]]:
    """Yield the sentences of texts as a spaCy model tags and parses them."""
    import spacy

    pipeline = spacy.load(model, exclude=["ner"])
    for doc in pipeline.pipe(texts, batch_size=64):
        heads = [(token.head.i + 1, token.dep_, token.lower_) for token in doc]
        tokens = [Token(each.lower_, each.lemma_.lower(), each.tag_, each.dep_) for each in doc]
        yield with_openers(tokens, heads)


def count(counts: Counts, sentences: Iterable[list[Token]]) -> None:
    """Add what is seen in sentences."""
    for sentence in sentences:
        for token in sentence:
            if not WORD.fullmatch(token.form) or (token.tag == "NNS" and token.form.endswith(NO_PLURALS)):
                continue
            if token.tag in LETTERS:
                counts.tags[token.form][LETTERS[token.tag]] += 1
                if token.tag == "NNS":
                    counts.many[token.lemma] += 1
            elif token.tag == "NN":
                counts.tags[token.form]["noun"] += 1
                if token.relation not in COMPOUND:
                    kind = "single" if ONE & set(token.openers) else "opened" if token.openers else "bare"
                    getattr(counts, kind)[token.form] += 1
            elif token.tag not in ("NNP", "NNPS", "FW", "XX", "ADD", "GW"):
                counts.tags[token.form]["other"] += 1


def countability(noun: str, counts: Counts) -> str:
    """Return C for a noun that is counted, M for a mass, U where the texts do not tell."""
    single, bare, opened, many = (
        counter[noun] for counter in (counts.single, counts.bare, counts.opened, counts.many)
    )
    singular = single + bare + opened
    if single + many >= 3 and single >= 1 and bare <= BARE * singular:
        return "C"
    if bare >= 4 and single <= 0.02 * singular and many <= 0.1 * singular:
        return "M"
    return "U"


def classes(counts: Counts) -> dict[str, str]:
    """Return the letters of every word that is listed, in a fixed order."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, tags in counts.tags.items():
        total = tags.total()
        if total < FEWEST or tags["other"] > 0.2 * total:
            continue
        for tag, number in tags.items():
            if tag != "other" and number >= max(SHARE * total, 1 if total < 8 else 2):
                found[word].add(countability(word, counts) if tag == "noun" else tag)
    for word, letters in listed().items():
        found[word] |= letters
    for word, letters in related(found):
        if counts.tags[word]["other"] <= 0.2 * counts.tags[word].total():
            found[word] |= letters
    return {word: "".join(letter for letter in "CMUPBZDNGJR" if letter in found[word]) for word in found}


def listed() -> dict[str, set[str]]:
    """Return the nouns and verbs that `grammar-classes.yaml` lists by hand, for their forms."""
    lists = yaml.safe_load((TARGET.parent / "grammar-classes.yaml").read_text(encoding="utf-8"))
    words = {word: {"B"} for word in lists["verb"].split()}
    for name in ("C", "CB"):
        for word in lists[name].split():
            words[word] = words.get(word, set()) | set(name)
    return words


def related(found: dict[str, set[str]]) -> list[tuple[str, set[str]]]:
    """Return the regular forms of the nouns and verbs that were seen."""
    from lemminflect import getInflection

    forms = []
    for word, letters in list(found.items()):
        if "B" in letters:
            for tag, letter in (("VBZ", "Z"), ("VBD", "D"), ("VBN", "N"), ("VBG", "G")):
                forms += [(form, {letter}) for form in getInflection(word, tag)]
        if letters & set("CU"):
            forms += [(form, {"P"}) for form in getInflection(word, "NNS") if form != word]
    return [(form, letters) for form, letters in forms if WORD.fullmatch(form)]


def written(letters: dict[str, str]) -> str:
    """Return the list as YAML: for each combination of classes its words."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word, combination in sorted(letters.items()):
        if combination:
            groups[combination].append(word)
    head = (
        "# What a word can be. Made by models/grammar/derive.py; do not edit, run it again.\n"
        "# C counted noun, M mass noun, U other singular noun, P plural noun; B base form of a verb, Z its\n"
        "# -s form, D past, N participle, G -ing form; J adjective, R adverb. Our own list, counted in the\n"
        "# Universal Dependencies treebanks EWT (CC BY-SA 4.0) and GUM (annotations CC BY 4.0) and in sober\n"
        "# texts on health and science; no text is contained.\n"
    )
    body = (
        fill(f"{name}: {' '.join(words)}", LONGEST_LINE, subsequent_indent="  ", break_on_hyphens=False)
        for name, words in sorted(groups.items())
    )
    return head + "\n".join(body) + "\n"


if __name__ == "__main__":
    main()
