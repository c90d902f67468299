"""The whole register as one file, out and in, and the proof that nothing in it was changed."""
