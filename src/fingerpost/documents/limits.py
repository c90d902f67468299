"""How much Fingerpost opens. Past a limit it refuses in one sentence instead of filling the memory."""

from __future__ import annotations

SOURCE_BYTES = 64_000_000
"""Longest source, as received. Checked before a file is read, and while a stream is."""
TEXT_CHARACTERS = 20_000_000
"""Longest canonical text, in code points: some 10,000 pages."""
TEXT_LINES = 500_000
"""Most lines of a text."""
ZIP_MEMBERS = 5_000
"""Most members of a zip-based document (DOCX)."""
ZIP_BYTES = 200_000_000
"""Most bytes that all members of a zip-based document may unpack to."""
XML_BYTES = 40_000_000
"""Most bytes that one XML member may unpack to."""
PDF_STREAM_BYTES = 40_000_000
"""Most bytes that one stream of a PDF may unpack to."""
PDF_PAGES = 3_000
"""Most pages of a PDF; later pages are left out with a warning."""
MARKDOWN_CHARACTERS = 1_000_000
"""Longest text read as Markdown, in code points; longer text with such marks is read as plain text."""
HTML_DEPTH = 200
"""Deepest nesting of HTML elements that is handed to the article extractor; deeper pages are read plainly."""
HTML_ELEMENTS = 60_000
"""Most HTML tags handed to the article extractor; larger pages are read plainly."""
HTML_ATTRIBUTES = 500
"""Most attributes of one HTML tag handed on so; a tree takes time by their square to build."""
MAIL_DEPTH = 5
"""Deepest nesting of mails attached to mails."""
MULTIPART_DEPTH = 30
"""Deepest nesting of parts within parts of one mail; deeper ones are not taken apart."""
MAIL_PARTS = 200
"""Most parts of a mail that are looked at; the rest are left out with a warning."""
SECONDS = 60.0
"""Longest time one PDF, DOCX, HTML page or mail may take to open."""
PIPE_SECONDS = 30.0
"""Longest silence of a named pipe before it is given up."""
