"""This computer as a place to run: folders, credentials, settings files, log, the lock on the exchange.

`paths.DataFolder` says where everything is kept, `credentials.open_credential_store` keeps the sign-in,
`settings_files` reads and writes settings, `sync_lock.SyncLock` lets one process at a time exchange,
`device_id` names this computer, `log.start_log` writes what happened.
"""
