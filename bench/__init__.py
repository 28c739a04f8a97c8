"""The benchmark: ours, the library's own way, and the bare driver, on the same events in the same run."""
