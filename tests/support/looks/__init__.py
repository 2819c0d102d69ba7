"""What every page looks like in every language, theme and size, and what is wrong with it."""
