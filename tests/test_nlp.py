"""Sentence boundaries: ours, spaCy's, and that the two are the same."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint import nlp

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT / ".." / "shared"

# A bar stands where one sentence ends and the next begins, in the place of the white space between them.
ABBREVIATIONS = """
Dr. Voss and Prof. Amberly met Mrs. Lind.|They agreed.
Take a painkiller, e.g. Zelpax, with food.|Rest well.
It is a statin, i.e. Lipanor, not a diet.|Ask us.
The cyst was approx. 5 cm wide vs. 3 cm before.|It shrank.
See Fig. 3 and Eq. 4.|Then read No. 5.|The rest is in vol. II.
The visit is on Jan. 5 or Feb. 12.|Please bring your card.
Zelpax Inc. said so.|It belongs to Brimlow Ltd.|The price was high.
Brimlow & Co. at the harbour sells it.|Brimlow & Co.|They sell it.
John Lind Jr. is well.|John Lind Jr.|The clinic is his.
Her mother's friends and co. came too.|We did not.
It was approved in the U.S.|The U.K. agency waited.
It is sold in the U.S. Virgin Islands.|Not here.
We open at 8 a.m.|Visitors are welcome.|We close at 5 p.m. Monday to Friday.
At 8 a.m. Dr. Voss begins.|She leaves at 5 p.m.|Dr. Lind stays.
She holds a Ph.D.|Her colleague has an M.D. from Hollowbrook.
Lind et al. (2019) agree.|So do Voss et al.|They asked 20 people.
Acinetobacter spp. are hardy.|We found Candida spp.|No other was seen.
Take 5 mg p.o. b.i.d.|Patients should fast.
The i.v. Zelpax group did well.|Give i.v. fluids.
St. Alba's is near.|It is on Main St.|The park is near.
Use soap, water etc. and rinse.|Use soap etc.|Rinse well.
The answer is no.|Five people left.|Room no. 5 is free.
Does it hurt?|No.|I felt nothing.|No.|A scan is painless.
We met him on a Sun.|Then we left.|He sat.|Patients waited.
Samples rested (30 min.) (Brimlow kit).|They dried.
"""
INITIALS = """
Dr. E. Smith treated us.|J. R. Lind wrote it.
We thank L. Amberly and P. Voss for help.|It was fun.
Take vitamin C.|Then take vitamin D.|Patients took both.
Hepatitis B.|Vaccines help.
It is shown in panels A and B.|Embryos were small.
It lies near annexin V.|Data were few.
It is not you and I.|Did you see Jonas I. Voss?
"""
NUMBERS = """
We lost 3.5 kg.|20 patients left.|3.5 were male.
Doses were 12.5 mg and 7.25 mg.|Rates fell by 4.1%.
2.1. Methods come first.|See section 2.1.|The end.
1. Wash your hands.|2. Dry them.|3. Wait.
1. Wash your hands|2. Dry them|3. Wait
1) Wash your hands|2) Dry them|3) Wait
1.) Wash your hands|2.) Dry them
a. Wash|b. Dry|c. Wait
1. It failed in phase 2.|Trial staff left.
Follow the steps: 1) wash, 2) dry.|Done.
• Pain|• Fever|• Rash
We treat:|• pain|• fever
Step 1. Wash your hands.|Step 2. Dry them.
It ended in 2004.|The rest came later.
"""
MARKS = """
Well...|She left.
Well… he stayed.|Wait... what?
It was . . . odd.|It was . . . I think . . . odd.
We leave the rest out . . . .|Next we go on.
It is a shortened thing.|. . . The rest was kept.
What?!|Nobody knew!!!|Go.|Really??|Yes.
The pain (!) was bad.|The “cure” (?) Zelpax failed.
He said “It works.”|Then he left.
(It did not work.)|Nobody knew.|He came (she had called him.) and left.
“Really?” he asked.|“Yes!” she said.|“So be it.” she sighed.
“It changed my life.” Dr. Voss says.|“I am well.”|She says so.
“The trial [...] was short [...]” (Lind 55).|We agree.
It is sold at Wahoo! in May.|Great!|it works.
We love it! :)|So do they! :)|Thanks.
"""
SOURCES = """
It lowers risk.[1]|Then it stops.[2,3]|More follows.
It lowers risk.1,2|Then it stops.3–5|More follows.
It lowers risk.¹²|Then it stops (in mice).4|More follows.
It lowers risk [1].|It stops. [2] [3]|More follows.
We call it “the pathway”. [8].|More follows.
See Fig.1 Then look up.
"""
ADDRESSES = """
Visit www.zelpax.example.|Write to Jane.Doe@zelpax.example.|Or call.
See https://www.zelpax.example/a.b?c=d.|Then call 555.0100.|Today!
Node.js is fine.|Use Zelpax.Com now.
"""
SMALL_STARTS = """
E. coli grew.|S. aureus did not.|We saw E. coli.|The dish was clean.
It binds DNA.|mRNA was low.|p53 was high.|pH fell.
It was blue (data not shown).|ephrin-B2 was red.|(a) and (b) show it.|α-Catenin was absent.
the staff was kind.|i will come again.|it costs 20%.|really!
Take 2 tabs. daily with food.|Keep it dry.
"""


SENTENCES = [
    line
    for lines in (ABBREVIATIONS, INITIALS, NUMBERS, MARKS, SOURCES, ADDRESSES, SMALL_STARTS)
    for line in lines.strip().splitlines()
]
PIECES = [
    "Dr.", "Voss", "e.g.", "5 p.m.", "E.", "coli", "3.5", "1.", "2)", "•", "low.Then", "safe!Then", "…",
    ". .", "?!", "“Really?”", "(It was.)", "risk.1,2", "[3]", ":)", "mRNA", "patients", "The", "I",
    "\u00a0", "\U0001f600.", "ﬁne.", "www.zelpax.example.", "U.S.", "¹", "'", '"', "-", "\n",
    "don't.Stop", "\u0130.", "a\u0301.", "Is it?Yes",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


def sentences(text):
    return [text[start:end] for start, end in nlp.sentence_spans(text)]


def spacy_spans(text):
    """Return what spaCy takes for sentences, without the white space at their ends."""
    spans = [(sent.start_char, sent.text) for sent in nlp.read(text).sents if sent.text.strip()]
    return [(start + len(words) - len(words.lstrip()), start + len(words.rstrip())) for start, words in spans]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences_end_where_a_reader_sees_their_end(marked):
    assert sentences(marked.replace("|", " ")) == marked.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The risk is low.Then it grows.", ["The risk is low.", "Then it grows."]),
        ("Is it safe?Yes, very.", ["Is it safe?", "Yes, very."]),
        ("It fell (by half).Then it rose.", ["It fell (by half).", "Then it rose."]),
        ("Write to Jonas.Voss@zelpax.example.", ["Write to Jonas.Voss@zelpax.example."]),
    ],
)
def test_missing_space_does_not_hide_an_end(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize("text", ["", " ", "\n "])
def test_text_without_words_has_no_sentence(text):
    assert list(nlp.sentence_spans(text)) == []


def test_white_space_belongs_to_no_sentence():
    assert list(nlp.sentence_spans("  Rest.  Then \n walk. ")) == [(2, 7), (9, 21)]


@given(TEXTS)
def test_sentences_hold_all_but_white_space_in_order(text):
    spans = list(nlp.sentence_spans(text))

    edges = [0, *(place for span in spans for place in span), len(text)]
    assert edges == sorted(edges)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    gaps = [text[last:first] for last, first in zip(edges[::2], edges[1::2], strict=True)]
    assert "".join(gaps).strip() == ""


@pytest.mark.parametrize(
    "unit", [".", ". ", "a. ", "1. ", "5 a.m. x ", ".) ", ".[1 ", "x Wahoo! in ", "A and B. x "]
)
def test_long_lines_take_time_in_proportion(unit):
    spans = list(nlp.sentence_spans(unit * 50_000))  # minutes, if each mark looked back at all before it

    assert spans[0][0] == 0
    assert spans[-1][1] == len((unit * 50_000).rstrip())


@settings(deadline=None)  # the first example imports spaCy
@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=3))
def test_spacy_sees_the_same_sentences_in_each_block(texts):
    blocks = [" ".join(text.split()) for text in texts]
    expected = []
    shift = 0
    for block in blocks:
        expected += [(shift + start, shift + end) for start, end in nlp.sentence_spans(block)]
        shift += len(block) + 2

    assert spacy_spans("\n\n".join(blocks)) == expected


@pytest.mark.parametrize("marked", SENTENCES)
def test_spacy_sees_the_same_sentences(marked):
    text = marked.replace("|", " ")

    assert spacy_spans(text) == list(nlp.sentence_spans(text))


def test_empty_line_ends_a_sentence_for_spacy():
    text = "Liver care\n\nwe treat Dr.\n \nVoss"

    assert [text[start:end] for start, end in spacy_spans(text)] == ["Liver care", "we treat Dr.", "Voss"]


def test_many_empty_lines_part_two_sentences_for_spacy():
    text = "Liver" + "\n" * 50_000 + "care"

    assert spacy_spans(text) == [(0, 5), (50_005, 50_009)]


def test_spacy_parts_a_word_in_which_a_sentence_begins():
    assert [token.text for token in nlp.read("Safe!Then it is.")] == ["Safe!", "Then", "it", "is", "."]


def test_pipeline_has_our_component_after_the_sentencizer():
    assert nlp.pipeline().pipe_names == ["sentencizer", "medlint_sentences"]
    assert nlp.pipeline() is nlp.pipeline()


def test_spacy_reads_a_text_beyond_its_usual_limit():
    text = "a" * 1_000_001 + ". Rest."

    assert spacy_spans(text) == [(0, 1_000_002), (1_000_003, 1_000_008)]


def test_importing_does_not_load_spacy():
    code = "import sys; from medlint import nlp; nlp.sentence_spans('A.'); print('spacy' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert result.stdout == "False\n"


@pytest.fixture(scope="module")
def benchmark():
    """The script that measures; it knows the data sets."""
    if not (SHARED / "data" / "ewt_sentences").is_dir():
        pytest.skip("../shared/data/ewt_sentences is not there")
    spec = importlib.util.spec_from_file_location("sentences_benchmark", ROOT / "benchmarks" / "sentences.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_web_text_stays_above_its_floor(benchmark):
    assert benchmark.end_score(benchmark.ewt_paragraphs(), nlp.sentence_spans) >= 0.865


def test_biomedical_text_stays_above_its_floor(benchmark):
    assert benchmark.end_score(benchmark.craft_paragraphs(), nlp.sentence_spans) >= 0.997


def test_golden_rules_stay_passed(benchmark):
    assert benchmark.golden_passed(nlp.sentence_spans) == (21, 21)
