"""How the server meets the network: its certificates, the proxies before it, the names it answers to."""
