"""“I have a problem”: the form, the screenshot, the facts, and exactly what is sent."""
