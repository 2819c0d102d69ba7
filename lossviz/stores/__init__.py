"""One owner per fact: each store holds a part of the state and says when it has changed."""
