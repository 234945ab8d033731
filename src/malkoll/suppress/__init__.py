"""Comments of a document that silence findings: read, held against what was found, and judged themselves."""
