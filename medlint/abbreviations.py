"""Words that tell whether a full stop ends a sentence; the choice is our own judgement."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Shortened words, as they are written: a title with a capital, since "ms." may be milliseconds.
TITLES = _words(
    """Dr Drs Prof Mr Mrs Ms Mx Messrs Rev Fr Hon Gen Col Lt Sgt Capt Cmdr Gov Sen Rep Pres Supt
    Ph dr mr mrs prof"""
)
DAYS = _words("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")
# From here on in small letters.
NEVER_LAST = _words("e.g i.e eg ie cf vs viz approx ca appr incl excl esp resp")
# "no. 7", "Jan. 5": a number follows.
BEFORE_NUMBER = _words("no nos nr n° ext ver v jan feb mar apr jun jul aug sep sept oct nov dec")
# "fig. 3", "vol. IV", "sec. B": a number follows, or a letter that serves as one.
BEFORE_LABEL = _words("""fig figs eq eqs eqn ref refs tab vol vols p pp pg ch chap sec sect para suppl ed""")
# May end a sentence, and may as well stand before a name: only a word that begins sentences tells.
BEFORE_NAME = _words(
    """inc ltd co corp llc plc bros jr sr esq al st ave blvd rd mt dept univ assn assoc intl
    sp spp subsp var ssp cv gmbh"""
)
# May end a sentence before a capital; before a small letter the sentence goes on.
SHORTENED = _words(
    """min max hr hrs sec secs wk wks yr yrs mo mos lb lbs oz ft tbsp tsp tabs cap caps inj sol susp
    est temp avg etc misc dist govt sq mg ml kg mm cm mcg staph strep c"""
)
AFTER_DOSE = _words("b.i.d t.i.d q.i.d q.d b.d o.d t.d.s q.d.s p.r.n q.h.s")
AFTER_TIME = _words(
    """monday tuesday wednesday thursday friday saturday sunday est edt cst cdt mst mdt pst pdt et ct mt pt
    gmt bst utc cet"""
)
# Words that often begin a sentence and seldom a name.
STARTERS = _words(
    """a about above according additionally after again all almost also although always among an and another
    any approximately are as ask at avoid because before being besides between both but by call can
    check consequently contact despite did do does don during each either even every everyone finally
    first follow for from further furthermore give has have he hence her here his how however i if in
    indeed instead is it its keep last later let like many maybe meanwhile more moreover most my neither
    never nevertheless next no nobody none nor not note nothing now of often on once one only or other
    our out over people perhaps please read several she should similarly since so some sometimes soon
    still such take talk tell than that the their them then there therefore these they this those though
    through thus to today together two under unless until upon use was we were what whatever when where
    whereas whether which while who whose why will with within without yes yet you your"""
)
# Nouns that a single letter or number completes: "vitamin C. Then", "phase 2. Then".
LABELLED = _words(
    """vitamin vitamins hepatitis type types group groups grade grades stage stages class phase category arm
    step part section appendix panel panels figure table plan factor influenza strain day week month chapter
    level cohort case box number page lane option question test version trial study drug treatment product
    compound regimen schedule sample"""
)
BEFORE_INITIAL = _words("by and of to with from for or the & dr mr mrs ms prof")
NOT_BEFORE_ITEM = LABELLED | BEFORE_INITIAL | BEFORE_NUMBER | BEFORE_LABEL
KNOWN = NEVER_LAST | BEFORE_NUMBER | BEFORE_LABEL | BEFORE_NAME | SHORTENED
