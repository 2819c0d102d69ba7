"""Parts of a window that know no store: they show what they are given and report gestures."""
