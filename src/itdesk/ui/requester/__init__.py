"""The employee's reading windows: my tickets, and the knowledge base."""
