"""The controls and the words of the landscape around a network, and its picture while it grows."""
