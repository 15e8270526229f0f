"""Where a ticket belongs and who takes it: rules, availability, choosing, lines of support. Pure."""
