"""From a numbered book to documents: what print and e-book show, without what it looks like (that is layouts/)."""
