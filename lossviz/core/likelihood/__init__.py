"""From drawn balls to the loss: how well a box, a share of blue or a model explains what came out."""
