"""`python -m itdesk`: the command line."""

from itdesk.entrypoints.cli import main

if __name__ == "__main__":
    main()
