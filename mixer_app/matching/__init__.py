"""Who meets whom and when: compatibility scores, pairs, rounds, quality."""
