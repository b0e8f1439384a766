"""How hard a page is to read: counts and reading grades."""

from medlint.readability.figures import Figures, figures
from medlint.readability.syllables import syllables

__all__ = ["Figures", "figures", "syllables"]
