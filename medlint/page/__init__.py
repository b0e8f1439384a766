"""What a page is about, and what it tells its reader: date, author, sources, risks, advice, options."""
