"""One exchange with the server; when to try again; the thread that keeps doing so."""
