"""What happened to this computer lately, kept on this computer alone: a week, a few megabytes, never content.

`history_thread.HistoryThread` has `sampler.Sampler` look now and then; `journal.Journal` keeps what it saw;
`reading` tells what changed since the computer was last well. docs/decisions/0006 says when that was.
"""
