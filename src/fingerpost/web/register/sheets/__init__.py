"""Many records at once: a sheet handed in, checked line by line, and entered as a whole or not at all."""
