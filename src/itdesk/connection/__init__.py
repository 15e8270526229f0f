"""How this computer reaches the server: address, proxy, certificates, deadlines; the one HTTP factory.

`address.parse_server_url` makes an address, `connection.Connection` speaks to it, `live_stream.LiveStream`
listens to it, `errors` says in one sentence each why it did not work.
"""
