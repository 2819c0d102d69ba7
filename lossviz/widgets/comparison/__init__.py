"""What a comparison of variants is shown with: their names and looks, their table, their opinions of a digit."""
