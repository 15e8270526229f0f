"""Everything that knows Qt: the running desktop and its windows."""
