# SPDX-License-Identifier: EUPL-1.2
"""A mailbox becomes meldingen: each mail once (by its Message-ID), the original kept, marked as read only after that."""

import imaplib
import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from html import unescape
from uuid import UUID

from schakel.convenant.actor import als
from schakel.kern.versleuteling import bos
from schakel.melding import actions, rules
from schakel.melding.instellingen import Postbus
from schakel.melding.rules.bijlage import BijlageFout, maak_schoon
from schakel.partner.queries import partner_met_code
from schakel.toegang.actor import PUBLIEK

HOOGSTENS = 10 * 1024 * 1024
"""Bytes of one mail; a larger one stays unread in the mailbox and is reported."""

TEKST_HOOGSTENS = 20_000


class PostFout(Exception):
    """The mailbox cannot be read; the text says what to do (Dutch)."""


@dataclass
class Verslag:
    """What one round did: numbers, and a sentence per mail that a person must look at."""

    nieuw: int = 0
    bekend: int = 0
    overgeslagen: list[str] = field(default_factory=list)


def haal_op(postbus: Postbus) -> Verslag:
    """Read every unread mail of the mailbox. Raises `PostFout`; what was stored by then stays stored."""
    partner = partner_met_code(postbus.partner) if postbus.partner else None
    if postbus.partner and partner is None:
        raise PostFout(f"er is geen partner met de code '{postbus.partner}' (SCHAKEL_POST_PARTNER)")
    verslag = Verslag()
    try:
        soort = imaplib.IMAP4_SSL if postbus.tls else imaplib.IMAP4
        with soort(postbus.host, postbus.poort, timeout=30) as imap:
            imap.login(postbus.naam, postbus.wachtwoord)
            imap.select(postbus.map)
            _, [gevonden] = imap.uid("SEARCH", "UNSEEN")
            for uid in (gevonden or b"").decode().split():
                _een(imap, uid, partner.pk if partner else None, verslag)
    except (OSError, imaplib.IMAP4.error) as fout:
        raise PostFout(f"de postbus bij {postbus.host} is niet te lezen ({fout})") from fout
    return verslag


def _een(imap: imaplib.IMAP4, uid: str, aan: UUID | None, verslag: Verslag) -> None:
    _, delen = imap.uid("FETCH", uid, "(RFC822.SIZE)")
    grootte = re.search(
        rb"RFC822\.SIZE (\d+)", b" ".join(d if isinstance(d, bytes) else d[0] for d in delen if d)
    )
    if grootte and int(grootte.group(1)) > HOOGSTENS:
        verslag.overgeslagen.append(f"bericht {uid} is groter dan 10 MB; lees het in de postbus zelf")
        return
    _, delen = imap.uid("FETCH", uid, "(BODY.PEEK[])")
    ruw = next((d[1] for d in delen if isinstance(d, tuple)), b"")
    if ruw and _leg_vast(ruw, aan):
        verslag.nieuw += 1
    else:
        verslag.bekend += 1
    imap.uid("STORE", uid, "+FLAGS", r"(\Seen)")


def _leg_vast(ruw: bytes, aan: UUID | None) -> bool:
    """Store one mail as a melding; False when it was there already."""
    mail: EmailMessage = message_from_bytes(ruw, policy=policy.default)
    kenmerk = str(mail.get("Message-ID", "")).strip() or bos().merk("mail", ruw.hex()).hex()
    id = UUID(bytes=bos().merk("post", kenmerk), version=4)
    naam, adres = parseaddr(str(mail.get("From", "")))
    bijlagen, opmerkingen = _bijlagen(mail)
    tekst = "\n\n".join(d for d in (str(mail.get("Subject", "")).strip(), _tekst(mail), *opmerkingen) if d)
    nieuw = actions.NieuweMelding(
        tekst=tekst.replace("\x00", "")[:TEKST_HOOGSTENS] or "(leeg bericht; zie het origineel)",
        kanaal=rules.Kanaal.MAIL,
        wijze=rules.Wijze.VERTROUWELIJK if adres else rules.Wijze.ANONIEM,
        naam=naam[:200],
        contact=adres[:200],
    )
    with als(PUBLIEK, oorsprong="post"):
        if actions.bekend(id=id):
            return False
        actions.ontvang(
            door=PUBLIEK,
            id=id,
            nieuw=nieuw,
            aan=aan,
            bijlagen=[*bijlagen, (rules.Bestand(rules.MAIL, ruw), True)],
        )
    return True


def _tekst(mail: EmailMessage) -> str:
    """The words of a mail: its plain text, else its page without marks."""
    deel = mail.get_body(("plain", "html"))
    if deel is None:
        return ""
    try:
        inhoud = str(deel.get_content())
    except (LookupError, KeyError, ValueError):
        ruw = deel.get_payload(decode=True)
        inhoud = ruw.decode("utf-8", "replace") if isinstance(ruw, bytes) else ""
    if deel.get_content_subtype() == "html":
        inhoud = re.sub(r"(?is)<(script|style).*?</\1>|<[^>]+>", " ", inhoud)
        inhoud = re.sub(r"[ \t]+", " ", unescape(inhoud))
    return inhoud.strip()


def _bijlagen(mail: EmailMessage) -> tuple[list[tuple[rules.Bestand, bool]], list[str]]:
    """Clean photos and documents, at most three, and a remark about what stays in the original alone."""
    schoon: list[tuple[rules.Bestand, bool]] = []
    over = 0
    for deel in mail.iter_attachments():
        inhoud = deel.get_payload(decode=True)
        try:
            if len(schoon) >= rules.HOOGSTENS or not isinstance(inhoud, bytes):
                raise BijlageFout
            schoon.append((maak_schoon(inhoud), True))
        except BijlageFout:
            over += 1
    return schoon, [f"[{over} bijlage(n) staan alleen in het originele bericht.]"] if over else []
