"""What a network got wrong: which digits it takes for which, what each mistake costs, and what it looks at."""
