"""Starts lossviz from a checkout: python main.py --help says how."""

import sys

from lossviz.app import main

if __name__ == "__main__":
    sys.exit(main())
