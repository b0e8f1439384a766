"""The report for people who sign: what it shows (`view`), where that comes from, how it is drawn.

From a `Report` and a `Dossier` (the pages, the rules and the settings) `build` makes a `View`; templates
in `medlint/templates/report` turn it into one page that needs no network and no scripts.
"""
