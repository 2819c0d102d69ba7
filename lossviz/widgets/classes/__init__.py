"""A table of classes: from logits through probabilities to the loss and its gradients."""
