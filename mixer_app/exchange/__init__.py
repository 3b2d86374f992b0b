"""Files in and out: tables as others export them, and ours."""
