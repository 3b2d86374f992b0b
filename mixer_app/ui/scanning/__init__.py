"""Telling a scanner that types from a person, in any window."""
