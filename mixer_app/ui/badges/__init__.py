"""Choosing how badges and papers look: logo, colour, and the sheet on which badges are designed."""
