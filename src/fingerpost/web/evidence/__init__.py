"""Sources with their bytes, readings, findings, judgements and facts."""
