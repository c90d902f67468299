"""The English pack: words and patterns, no logic that another language would share."""
