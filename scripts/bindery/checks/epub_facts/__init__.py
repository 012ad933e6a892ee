"""What a finished e-book is, read with zipfile and lxml alone: pages, links, pictures, and claims that are true."""
