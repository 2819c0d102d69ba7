"""From scores to probabilities and what they cost: softmax, its targets, losses and gradients, and where floats end."""
