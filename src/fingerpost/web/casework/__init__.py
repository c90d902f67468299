"""Cases: motions, roll calls, decisions, follow-ups, letters and issued briefings."""
