"""What the server does by itself, again and again or at a moment."""
