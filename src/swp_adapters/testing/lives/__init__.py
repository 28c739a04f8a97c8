"""The chapters of a synthetic life, in the order in which they may come."""
