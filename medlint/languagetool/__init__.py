"""LanguageTool beside our own grammar rules: fetched on request, run as a server of ours, asked by block."""
