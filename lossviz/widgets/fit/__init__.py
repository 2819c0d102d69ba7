"""The course's first problem drawn: cases under their models, losses as bars, predictions against what happened."""
