"""The sample register: an imaginary association with a dozen ties, its sources and an open case.

The towns are real. The people, bodies, votes, letters and articles are invented.
"""
