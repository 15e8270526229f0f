"""Files that travel with the program: icons, translations, symptoms. Read by `importlib.resources`."""
