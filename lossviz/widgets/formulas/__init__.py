"""Typeset formulas with numbers that change."""
