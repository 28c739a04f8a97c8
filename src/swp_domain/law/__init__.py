"""The law as dated, cited data and pure tests. It knows nobody: facts come in, findings go out."""
