"""Agreeing on an appointment: one side proposes, the other accepts or proposes other times."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from itdesk.domain import limits
from itdesk.domain.appointments import (
    Appointing,
    Appointment,
    AppointmentAccepted,
    AppointmentCancelled,
    AppointmentProposed,
)
from itdesk.domain.changes import Payload
from itdesk.domain.events import Event
from itdesk.domain.people import Actor
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.stamping import set_fields
from itdesk.domain.text import check_text
from itdesk.domain.ticket import Ticket


def check_appointment(payload: Payload) -> None:
    """Raise Refused for too many times, one without a zone, a strange length, or a text too long to keep."""
    match payload:
        case AppointmentProposed(times=times, minutes=minutes, note=note):
            _check_times(times, minutes)
            check_text(note, "note", limits.SHORT_TEXT_CHARS)
        case AppointmentAccepted(begins=begins):
            _check_zones([begins])
        case AppointmentCancelled(note=note):
            check_text(note, "note", limits.SHORT_TEXT_CHARS)


def _check_times(times: tuple[datetime, ...], minutes: int) -> None:
    _check_zones(times)
    if not 1 <= len(set(times)) == len(times) <= limits.APPOINTMENT_TIMES:
        raise refuse(Code.OUT_OF_RANGE, field="time", limit=f"1 – {limits.APPOINTMENT_TIMES}")
    lengths = limits.APPOINTMENT_MINUTES
    if minutes not in lengths:
        raise refuse(Code.OUT_OF_RANGE, field="appointment", limit=f"{lengths[0]} – {lengths[-1]}")


def _check_zones(times: Iterable[datetime]) -> None:
    if any(time.tzinfo is None for time in times):
        raise refuse(Code.BAD_SHAPE, field="time", yours="a time of an appointment has no zone.")


def check_appointing(actor: Actor, ticket: Ticket, payload: Payload, now: datetime) -> None:
    """Raise Refused when there is nothing to answer, it is not this side's turn, or a time is no good."""
    match payload:
        case AppointmentProposed(times=times):
            if not ticket.status.is_open:
                raise refuse(Code.ILLEGAL_TRANSITION, theirs=ticket.status, yours="appointment")
            if not actor.role.is_staff and _standing(ticket) is None:
                raise refuse(Code.NOT_ALLOWED)
            _check_future(times, now)
        case AppointmentAccepted(begins=begins):
            _check_acceptance(actor, ticket, begins)
            _check_future((begins,), now)
        case AppointmentCancelled():
            if _standing(ticket) is None:
                raise refuse(Code.UNKNOWN_ENTRY, field="appointment")


def _check_acceptance(actor: Actor, ticket: Ticket, begins: datetime) -> None:
    """Nobody accepts what her own side proposed; who asked and works in IT is on the requester's side."""
    standing = _standing(ticket)
    if standing is None or begins not in standing.times:
        raise refuse(Code.UNKNOWN_ENTRY, field="appointment")
    if standing.by_staff != (actor.id == ticket.requester_id):
        raise refuse(Code.NOT_ALLOWED)


def _check_future(times: tuple[datetime, ...], now: datetime) -> None:
    last = now + timedelta(days=limits.APPOINTMENT_DAYS_AHEAD)
    if not all(now < time <= last for time in times):
        raise refuse(Code.OUT_OF_RANGE, field="time", limit=f"{_time_words(now)} – {_time_words(last)}")


def _standing(ticket: Ticket) -> Appointment | None:
    """Return the appointment that has not been cancelled."""
    return None if ticket.appointment is None or ticket.appointment.is_cancelled else ticket.appointment


def appoint(ticket: Ticket, event: Event) -> Ticket:
    """Return the ticket after an event that concerns its appointment; after others as it is."""
    appointment = appointment_after(ticket.appointment, ticket, event)
    return ticket if appointment is ticket.appointment else set_fields(ticket, event, appointment=appointment)


def appointment_after(old: Appointment | None, ticket: Ticket, event: Event) -> Appointment | None:
    """Return the appointment as this event leaves it."""
    match event.payload:
        case AppointmentProposed() as new:
            return Appointment(
                kind=new.kind,
                times=new.times,
                minutes=new.minutes,
                note=new.note,
                by_staff=event.actor_id != ticket.requester_id,
            )
        case AppointmentAccepted(begins=begins) if old is not None:
            return replace(old, accepted=begins)
        case AppointmentCancelled(note=note) if old is not None:
            return replace(old, note=note or old.note, is_cancelled=True)
    return old


def appointment_words(value: Appointment | Appointing) -> str:
    """Return an appointment, or what is asked about it, as a conflict tells it: its times in UTC, or none."""
    match value:
        case Appointment(is_cancelled=True) | AppointmentCancelled():
            return "–"
        case Appointment(accepted=datetime() as begins) | AppointmentAccepted(begins=begins):
            return _time_words(begins)
        case Appointment(times=times) | AppointmentProposed(times=times):
            return ", ".join(map(_time_words, times))


def _time_words(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
