"""How much of anything is accepted. One place, so that both sides name the same limit."""

TITLE_CHARS = 200
TEXT_CHARS = 20_000
SHORT_TEXT_CHARS = 200
NAME_CHARS = 200
FILE_BYTES = 25 * 1024 * 1024
FILES_PER_CHANGE = 10
FILES_PER_TICKET = 50
FILE_BYTES_A_DAY = 1024 * 1024 * 1024
"""So much one person may announce in 24 hours."""
FACTS_BYTES = 512 * 1024
REOPEN_DAYS = 14
SCORES = range(1, 6)
CLOSE_AFTER_DAYS = 7
"""Business days after which a resolved ticket is closed by itself (ServiceNow's default)."""
REMIND_AFTER_DAYS = 3
"""Business days without a word after which the requester is reminded that IT waits for her."""
REMINDERS = 2
BAD_SCORE = 2
"""A rating of this or less is followed up."""
NOT_FIXED_TIMES = 2
"""So many times "it does not work" are followed up."""
LIST_ENTRIES = 200
MEMBERS = 1_000
SEARCH_CHARS = 500
FIELDS_PER_CATEGORY = 40
FIELD_CHOICES = 50
LINKS = 50
CHILDREN = 100
ABSORBED = 50
MESSAGES_MOVED = 100
TAGS = 20
TAG_CHARS = 40
CHECKLIST_ITEMS = 50
TIME_ENTRIES = 500
MINUTES_A_DAY = 24 * 60
APPOINTMENT_TIMES = 5
APPOINTMENT_MINUTES = range(5, MINUTES_A_DAY + 1)
APPOINTMENT_DAYS_AHEAD = 366
CONSENTS = 50
CONSENT_PROBES = 60
LEAVE_HOURS = 24
"""So long leave to help from afar counts."""
