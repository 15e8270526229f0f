"""Budgets: how itdesk measures beside bare programs on the same machine."""
