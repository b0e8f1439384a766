"""Plain language for patients: what needs counting or a look around."""

from __future__ import annotations

PLAIN = "us-plain"
CLEAR = "us-cci"
NHS = "uk-nhsaz"
