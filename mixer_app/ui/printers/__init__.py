"""The printers of this computer, and the badges that go to them in the background."""
