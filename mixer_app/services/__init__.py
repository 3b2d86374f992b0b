"""What people do with an event; one module for each thing, one call is one transaction."""
