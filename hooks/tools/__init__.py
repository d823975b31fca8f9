"""Calculations of what a reader is owed, or from which day: the twins of `overrides/scripts/tools/`.

The build works out with them the examples that stand on a page for whoever has no scripts, and tests hold the scripts
to them.
"""
