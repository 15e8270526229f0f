"""How much of anything is accepted. One place, so that both sides name the same limit."""

TITLE_CHARS = 200
TEXT_CHARS = 20_000
SHORT_TEXT_CHARS = 200
NAME_CHARS = 200
FILE_BYTES = 25 * 1024 * 1024
FILES_PER_CHANGE = 10
FACTS_BYTES = 512 * 1024
REOPEN_DAYS = 14
SCORES = range(1, 6)
