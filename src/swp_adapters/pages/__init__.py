"""Pages that people circulate and print: one file each, without scripts and without anything from elsewhere."""
