"""Overclaims that need a look around."""
