"""The Care and Support and After-care (Choice of Accommodation) Regulations 2014 (SI 2014/2670)."""
