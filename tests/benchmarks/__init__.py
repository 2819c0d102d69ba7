"""Figures for the README, each printed by `python -m tests.benchmarks.NAME`, with torch's threads as in the program."""

from lossviz.app import spin_briefly

spin_briefly()
