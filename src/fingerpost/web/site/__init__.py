"""The public site: what the register shows to everybody, read only."""
