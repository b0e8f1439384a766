"""Doses in running text: number, unit and rate, how they are written, and how they are written safely.

What `medlint.quantities` reads are claims; a dose claims nothing, and is here.
"""
