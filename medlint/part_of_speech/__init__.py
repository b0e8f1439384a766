"""A small tagger: which part of speech each word of a sentence is."""
