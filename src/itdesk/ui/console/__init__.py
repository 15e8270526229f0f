"""The technician's window: views, ticket list, ticket page, what belongs to it at the side."""
