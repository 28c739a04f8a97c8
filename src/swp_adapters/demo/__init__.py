"""A demonstration: one invented adult's case through every stage, and two published cases checked."""
