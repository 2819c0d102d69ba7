"""Runs as files for other programs and for people: a table, a page, event files."""
