"""Which sources a page lists, how its sentences point to them, and which sentences name one."""

from medlint.references.citations import Marker, author_years, markers
from medlint.references.listed import references
from medlint.references.sources import ends_with_source, names_source

__all__ = ["Marker", "author_years", "ends_with_source", "markers", "names_source", "references"]
