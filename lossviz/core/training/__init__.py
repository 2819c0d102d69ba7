"""Training: settings, networks, losses, the loop, its control, its record and its files."""
