"""Duties of one market that need more than a pattern."""
