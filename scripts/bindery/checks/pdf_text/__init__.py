"""What a listener is given: the structure of a PDF with its text, read aloud or held against the book."""
