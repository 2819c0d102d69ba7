"""The loss around a trained network's weights, over a plane through them."""
