"""Does a sentence name a source that a reader can find?

A reference that resolves, an identifier, a link or address outside the page, a named study or body
with its year. "Studies show", "data on file" and a year alone name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from medlint.expressions import expression
from medlint.model import Document, Link, Passage
from medlint.references.citations import author_years, markers
from medlint.references.listed import references

_YEAR = r"\b(?:19|20)\d\d\b"
_IDENTIFIER = expression(
    r"\b10\.\d{4,9}/\S|\bdoi:|\bpmid:? ?\d{4,}|\bpmc\d{5,}|\bnct\d{8}\b|\bisrctn\d{6,}|\bisbn\b|\bcd\d{6}\b",
    re.IGNORECASE,
)
_ADDRESS = expression(
    r"(?<![@\w.-])(?:https?://|www\.)?(?P<host>[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?P<top>[a-z]{2,6}))"
    r"(?P<path>/\S*)?",
    re.IGNORECASE,
)
_PUBLIC = frozenset({"gov", "edu", "int", "org"})
_PUBLIC_HOST = expression(r"\.(?:gov|edu|ac|nhs|gc|gouv)\.[a-z]{2}$|\.europa\.eu$", re.IGNORECASE)
_SHOP = expression(
    r"\b(?:order|buy|book|booking|shop|cart|checkout|basket|contact|call|register|sign up|appointments?"
    r"|visit us"
    r"|our (?:shop|prices|team|clinic)|enquir\w*|whats ?app|price list|about us)\b|mailto:",
    re.IGNORECASE,
)
_SOCIAL = expression(
    r"facebook|instagram|youtube|youtu|tiktok|twitter|x|wa|t|pinterest|trustpilot|linkedin|maps|whatsapp"
)

_LEAD = 40  # characters before an address that say what it is for

_INSTITUTION = (
    r"(?:Organi[sz]ation|Agency|Institutes?|University|Ministry|Society|Associations?|Academy|College|Council"
    r"|Cent(?:er|re)s?|Department|Office|Foundation|Federation|Commission|Collaborat\w+|Consortium|Bureau"
    r"|Regist(?:ry|ries|ers?)|Stud(?:y|ies)|Survey|Trial|Report|Census|Network|Authority|Administration"
    r"|Statistics"
    r"|Guidelines?|Journal|Library|Digital|Service|Board|Group|Initiative|Database|Charity|Review|Hospital"
    r"|Audit|Cohort|Programme|Program|Observatory|Atlas|Unit|Trust|Fund|Union|Task Force|Panel)"
)
_CAPITAL_WORD = r"[^\W\d_a-z][\w'\u2019.&*-]{0,30}"
# "The German study", "Our Survey": words with a capital that name no study.
_PLAIN = (
    r"(?:DNA|RNA|MRI|CT|ECG|EEG|IVF|LASIK|HIV|BMI|PCR|COVID|RCT|The|A|An|In|This|That|Our|One|Another|Recent"
    r"|Clinical|Several|German|French|Chinese|Portuguese|Italian|British|American|Turkish|Swedish|Danish"
    r"|Japanese|European|Spanish|Dutch|Swiss|Korean|Indian|Australian|Canadian|Independent|Double|Large|Small"
    r"|Phase|Pilot|New|Market|User|Customer|Consumer|Internal|Scientific|Medical|Research)"
)
_NO_STUDY = expression(rf"(?:{_PLAIN} ?)+")
_NAMED = expression(
    rf"\b(?!{_PLAIN}\b){_CAPITAL_WORD}(?: (?:of|for|on|and|the|in|{_CAPITAL_WORD}|{_YEAR})){{0,8}}?"
    rf" {_INSTITUTION}\b"
    rf"|\b{_INSTITUTION} (?:of|for|on) (?:the )?[^\W\d_a-z]"
)
_BODY = expression(
    r"\b(?:WHO|CDC|NHS|NICE|FDA|EMA|NCI|NIH|NIDDK|NHLBI|AHA|ACS|ADA|ESC|ESMO|ASCO|NCCN|IARC|GLOBOCAN|SEER|ONS"
    r"|HFEA|RKI|ECDC|OECD|UNICEF|AIHW|CIHI|IQWiG|USPSTF|MHRA|SIGN|KDIGO|EASL|Cochrane|Eurostat|Lancet|BMJ"
    r"|JAMA"
    r"|NEJM|Nature|Cancer Research UK|UK Biobank|Medicare|Public Health England|Robert Koch|Mayo Clinic"
    r"|Pew)\b"
)
_STUDY = expression(
    r"\b(?P<name>[A-Z][A-Z0-9*-]{2,20}(?:[ -]?\d+)?|[A-Z]\w{1,30}(?: [A-Z]\w{1,30}){0,6})[ -](?:II |I )?"
    r"(?:trial|study|registry|survey|cohort|report|guideline|census|audit|database|meta-analysis|review"
    r"|consensus)s?\b"
)
_REPORTED = expression(
    r"\b(?:according to|reports?|reported|estimate[sd]?|count(?:ed|s)|found|finds|show(?:ed|s|n)|data"
    r"|figures?"
    r"|survey(?:ed)?|stud(?:y|ies)|trials?|analysis|review(?:ed)?|published|statistics|census|registr(?:y"
    r"|ies)"
    r"|guidelines?|fact sheet|audit|source|cohort|recorded|put the|calculated|says|said|states?|stated|listed"
    r"|measured|concluded|give[sn]?|gave|numbers?|press release|bulletin|atlas|lists|documented)\b",
    re.IGNORECASE,
)
_BRACKETED = expression(r"[(\[](?P<inside>[^()\[\]]{6,200})[)\]]")
_NAME_IN_BRACKETS = expression(
    r"(?<!\w)(?!(?:In|Since|As|From|By|The|Until|Valid|Based|January|February|March|April|May|June|July"
    r"|August"
    r"|September|October|November|December|Spring|Summer|Autumn|Winter|Updated|Issued|Last)\b)"
    r"[^\W\d_a-z][^\W\d_]{2,}"
)
# "(annual report, 2023)", "source: state cardiac registry, 2023": a kind of publication with its year,
# unless it is a house's own.
_PUBLICATION = expression(
    r"\b(?:reports?|regist(?:er|ry)|audit|guidelines?|prescribing information|yearbook|statistics|census"
    r"|poster|(?:board|white|discussion) paper|statement|trial|review|database|inspection|atlas|bulletin)\b",
    re.IGNORECASE,
)
_HOUSE_OWN = expression(
    r"\b(?:our|own|internal|in-house|company|customer|consumer|user|client|guest|marketing|unpublished"
    r"|on file)\b",
    re.IGNORECASE,
)
_TOLD_BY = expression(
    r"\b(?:sources?:|according to|as (?:shown|reported|published) in|published (?:in|on)) "
    rf"(?P<inside>[^.;]{{4,90}}?{_YEAR})",
    re.IGNORECASE,
)
_STUDY_BY = expression(
    rf"{_YEAR} (?:study|trial|review|analysis|paper|cohort)\b[^.;]{{0,60}}\bby [A-Z][a-z]+"
)
_NO_CITATION = expression(
    r"\b(?:approved|cleared|founded|opened|since|until|valid|established|launched|updated|born|accredit\w*"
    r"|certif\w*|award\w*|copyright|prices|open|renewed|moved|built|joined|reviewed by)\b",
    re.IGNORECASE,
)


def names_source(document: Document, sentence: Passage) -> bool:
    """Say whether a sentence names a source that a reader can find."""
    known = document.derived(_known)
    if sentence.region.start not in known:
        known[sentence.region.start] = _names_source(document, sentence)
    return known[sentence.region.start]


def ends_with_source(document: Document, sentence: Passage) -> bool:
    """Say whether a source stands at the end of a sentence, and so may speak for those before it."""
    text, keys = sentence.text, references(document)
    ending = len(text.rstrip(" .!?\"'\u201d\u2019)]*")) - 1
    if any(marker.end >= ending and not keys.isdisjoint(marker.keys) for marker in markers(text, keys)):
        return True
    return any(end >= ending for _, end in author_years(text)) or _bracketed_source(text, at_end=True)


def _known(_: Document) -> dict[int, bool]:
    """Return an empty store: start of a sentence → whether it names a source."""
    return {}


def _names_source(document: Document, sentence: Passage) -> bool:
    text, keys = sentence.text, references(document)
    return (
        any(not keys.isdisjoint(marker.keys) for marker in markers(text, keys))
        or _IDENTIFIER.search(text) is not None
        or any(author_years(text))
        or any(_leads_to_source(document, link) for link in _links(document, sentence))
        or _has_address(text)
        or _bracketed_source(text)
        or _tells_where(text)
        or _names_study(text)
    )


def _links(document: Document, sentence: Passage) -> Iterator[Link]:
    return (link for link in document.links if link.region.overlaps(sentence.region))


def _leads_to_source(document: Document, link: Link) -> bool:
    address = urlsplit(link.url)
    words = document.text[link.region.start : link.region.end]
    if address.scheme not in ("http", "https") or not address.hostname:
        return False
    name = address.hostname.removeprefix("www.").partition(".")[0]
    is_sales = _SHOP.search(f"{words} {address.path.replace('-', ' ').replace('/', ' ')}") is not None
    return (
        address.hostname not in document.derived(_own_hosts)
        and _SOCIAL.fullmatch(name) is None
        and not is_sales
    )


def _own_hosts(document: Document) -> frozenset[str]:
    """Return the hosts that the page says it lives on."""
    facts = {**document.meta, **document.meta.get("front_matter", {})}
    addresses = (urlsplit(str(facts[key])).hostname for key in ("url", "canonical") if key in facts)
    return frozenset(host for host in addresses if host)


def _has_address(text: str) -> bool:
    """Say whether an address of a public body, or of a page, stands in the text."""
    for found in _ADDRESS.finditer(text):
        is_public = found["top"].lower() in _PUBLIC or _PUBLIC_HOST.search(found["host"]) is not None
        is_page = found["path"] is not None and len(found["path"]) > len("/x")
        around = text[max(0, found.start() - _LEAD) : found.end()]
        if (is_public or is_page) and not _SHOP.search(around):
            return True
    return False


def _bracketed_source(text: str, *, at_end: bool = False) -> bool:
    """Say whether a name and a year stand in brackets: "(NHS Digital, 2022)"."""
    for found in _BRACKETED.finditer(text):
        inside = found["inside"]
        if at_end and text[found.end() :].strip(" .!?\"'\u201d"):
            continue
        year = re.search(_YEAR, inside)
        if year and not _NO_CITATION.search(inside) and _NAME_IN_BRACKETS.search(inside):
            return True
        if year and _is_publication(inside):
            return True
    return False


def _is_publication(words: str) -> bool:
    """Say whether a kind of publication is named that is not the house's own."""
    return _PUBLICATION.search(words) is not None and _HOUSE_OWN.search(words) is None


def _tells_where(text: str) -> bool:
    """Find "according to the register's report of 2022", "a 2012 study of 80 people by Hollow"."""
    if _STUDY_BY.search(text):
        return True
    return any(_is_publication(found["inside"]) for found in _TOLD_BY.finditer(text))


def _names_study(text: str) -> bool:
    """Say whether a named study or body reports, and the year is told."""
    if not re.search(_YEAR, text) or not _REPORTED.search(text):
        return False
    if _BODY.search(text) or _NAMED.search(text):
        return _NO_CITATION.search(text) is None
    named = _STUDY.search(text)
    return named is not None and _NO_STUDY.fullmatch(named["name"]) is None
