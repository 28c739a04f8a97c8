"""Keys, and the sealing of personal text under them."""
