"""Qt item models over plain values: ids, rows, roles. They know no window."""
