"""The pages for those who are signed in."""
