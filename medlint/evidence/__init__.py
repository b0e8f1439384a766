"""Settled facts: the registry, and what a page says against it."""
