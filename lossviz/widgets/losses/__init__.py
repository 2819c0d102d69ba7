"""Parts of the catalogue of losses: its list, a slider of ratios, bars in a table."""
