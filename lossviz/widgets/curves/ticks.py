"""Where the ticks of a curve plot stand and what they say; worked out without Qt, as reports need them too."""

from lossviz.core.axis_ticks import linear_ticks, log_ticks, reading_text, step_text, tick_spacing, value_text

__all__ = ["linear_ticks", "log_ticks", "reading_text", "step_text", "tick_spacing", "value_text"]
