# SPDX-License-Identifier: EUPL-1.2
"""A meeting as a calendar file (RFC 5545): when and where, with the kenmerk and the address of the page.

The name of the body, the cases and the guests stay inside: a calendar is read by others than its owner.
"""

from datetime import UTC, datetime, timedelta

from schakel.kern import klok
from schakel.overleg.models import Overleg

DUUR = timedelta(hours=2)


def kalenderbestand(overleg: Overleg, adres: str) -> str:
    """The file, with lines of at most 75 octets and CRLF."""
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Schakel//overleg//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{overleg.pk}@schakel",
        f"SEQUENCE:{overleg.versie}",
        f"DTSTAMP:{_tijd(klok.nu())}",
        f"DTSTART:{_tijd(overleg.tijdstip)}",
        f"DTEND:{_tijd(overleg.tijdstip + DUUR)}",
        f"SUMMARY:Overleg {overleg.kenmerk}",
        f"LOCATION:{_tekst(overleg.plaats)}",
        f"URL:{adres}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_vouw(regel)}\r\n" for regel in regels)


def _tijd(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _tekst(tekst: str) -> str:
    for teken in ("\\", ";", ","):
        tekst = tekst.replace(teken, f"\\{teken}")
    return " ".join(tekst.split())


def _vouw(regel: str) -> str:
    """Fold after 74 characters; what is not ASCII counts double at most."""
    stukken, ruw = [], regel.encode()
    while len(ruw) > 74:
        knip = 74
        while ruw[knip] & 0xC0 == 0x80:
            knip -= 1
        stukken.append(ruw[:knip].decode())
        ruw = b" " + ruw[knip:]
    return "\r\n".join([*stukken, ruw.decode()])
