"""The API under ``/api/``: what is public for everybody, and writing by token under the same rights and rules."""
