"""Reading pictures from files, the clipboard and drops."""
