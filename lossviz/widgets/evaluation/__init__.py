"""What a network got wrong: the confusion matrix, its images, and a look inside the network."""
