"""What runs beside the window: threads that train, load and download."""
