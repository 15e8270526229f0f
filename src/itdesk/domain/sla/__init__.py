"""Promised times: how long IT may take, counted from a ticket's history and never counted down."""
