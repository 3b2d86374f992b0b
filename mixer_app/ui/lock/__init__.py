"""Who is at a window, what they may do, and the PIN before the rest."""
