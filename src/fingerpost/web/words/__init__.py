"""The index of words by which records are found: names, titles, and what passages say."""
