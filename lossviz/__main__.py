"""Starts lossviz with python -m lossviz."""

import sys

from lossviz.app import main

if __name__ == "__main__":
    sys.exit(main())
