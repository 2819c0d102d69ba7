"""The same loss by hand and by PyTorch's own classes, the labels that PyTorch takes, and a race of two sums."""
