"""Files that travel with the program: icons, translations, symptoms, articles. Read by `importlib.resources`."""
