"""Everything that touches the outside world: the store, the keys, the command line, HTTP."""
