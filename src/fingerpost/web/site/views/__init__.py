"""The public pages: each reads its address, asks the gate, and shows."""
