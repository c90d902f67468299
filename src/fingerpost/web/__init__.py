"""The register, the desk and the casework: Django over the reader, the casefile and the briefing."""
