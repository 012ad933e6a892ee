"""What a finished PDF is, read with pikepdf and pdfium alone: tags, fonts, labels, links, ruling, nothing active."""
