"""What is said in the story that the demo lives through while one looks on."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Script:
    """The words of one language. The description's first sentence becomes the ticket's title."""

    title: str
    description: str
    message: str
    """What the invoice program says on Joanna's screen."""
    note: str
    reply: str
    answer: str
    resolution: str
    thanks: str


ENGLISH = Script(
    title="Cannot print invoices",
    description=(
        "Cannot print invoices. The program says that HP-312 is not responding. Yesterday it still worked, "
        "and the courier comes at noon."
    ),
    message="HP-312 is not responding",
    note="HP-312 got another address last night, its reservation is gone. Her queue points nowhere.",
    reply=(
        "Hello Joanna, the printer has a new address since last night. I have corrected its queue on your "
        "computer. Please print one page and tell me whether it comes out."
    ),
    answer="The test page came out. The invoices are printing now!",
    resolution="The printer has its fixed address again, and the queue on PC-KSIEG-07 points to it.",
    thanks="Quick, thank you!",
)

POLISH = Script(
    title="Nie mogę wydrukować faktur",
    description=(
        "Nie mogę wydrukować faktur. Program mówi, że HP-312 nie odpowiada. Wczoraj jeszcze działało, "
        "a kurier przyjeżdża w południe."
    ),
    message="HP-312 nie odpowiada",
    note="HP-312 dostała w nocy inny adres, rezerwacja zniknęła. Kolejka na PC-KSIEG-07 wskazuje donikąd.",
    reply=(
        "Pani Joanno, od tej nocy drukarka ma nowy adres. Poprawiłem jej kolejkę na Pani komputerze. "
        "Proszę wydrukować jedną stronę i napisać, czy wyszła."
    ),
    answer="Strona próbna wyszła. Faktury już się drukują!",
    resolution="Drukarka ma znów stały adres, a kolejka na PC-KSIEG-07 na niego wskazuje.",
    thanks="Szybko i miło, dziękuję!",
)


def script_in(language: str) -> Script:
    """Return the words in `language`: Polish, or English."""
    return POLISH if language == "pl" else ENGLISH
