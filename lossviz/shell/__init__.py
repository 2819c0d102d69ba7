"""The window around the pages: tabs, themes, messages, shortcuts."""
