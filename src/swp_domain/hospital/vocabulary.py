"""The words of hospital stays: none of our own so far; the notices are those of the Act."""
