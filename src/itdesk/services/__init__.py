"""What a person can do, as plain calls: report, reply, work, read, sign in; how things stand.

Every call is synchronous, from any thread, and ends for the person when it is saved on this computer.
"""
