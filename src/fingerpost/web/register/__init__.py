"""Places, ties, bodies, people, posts, agreements, laws, exchanges and letters."""
