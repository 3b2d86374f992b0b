"""What is true about an event: plain values and rules, the standard library only."""
