"""English words that open a condition."""

OPENERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "until": (("until",),),
    "pending": (("pending",),),
    "unless": (("unless",),),
    "while": (("while",),),
    "as": (("as", "long", "as"),),
    "for": (("for", "as", "long", "as"), ("for", "the", "duration")),
}
"""First word in lower case, to the openings that begin with it."""
