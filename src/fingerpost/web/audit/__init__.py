"""Every change leaves a row: who, when, what, why, from which source; chained by digest."""
