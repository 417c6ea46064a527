# SPDX-License-Identifier: EUPL-1.2
"""`./schakel dagelijks`: what the law and the agreements ask of the machine every day; twice a day does nothing new."""

import argparse
from collections.abc import Iterator
from dataclasses import replace


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stil", action="store_true", help="toon alleen fouten")


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    for regel in dag():
        if not args.stil:
            print(regel)
    return 0


def dag() -> Iterator[str]:
    """Do the work of the day; one Dutch sentence per thing done. Each step stands alone: what was done stays done."""
    from django.core.management import call_command

    from schakel.convenant.actions import vernietig_verlopen
    from schakel.convenant.actor import als
    from schakel.melding.actions import herinner
    from schakel.signaal.actions import ruim_op
    from schakel.toegang.actor import SYSTEEM

    with als(SYSTEEM, oorsprong="machine"):
        bewijzen = vernietig_verlopen(door=SYSTEEM)
    yield f"Vernietigd: {sum(b.aantal for b in bewijzen)} gegevens waarvan de bewaartermijn voorbij is."
    yield f"Vernietigd: {ruim_op()} ingelezen lijsten van screenings."
    alarmen, herinneringen = herinner()
    yield f"Meldpunt: {alarmen} alarmen doorgezet, {herinneringen} herinneringen aan een terugkoppeling."
    call_command("clearsessions")
    yield from _waarschuwingen()


def _waarschuwingen() -> Iterator[str]:
    """What must be renewed; the owners find the same on Mijn werk."""
    from schakel.convenant import queries
    from schakel.partner.queries import partners
    from schakel.toegang.actor import SYSTEEM

    for partner in partners():
        for w in queries.waarschuwingen(door=replace(SYSTEEM, partner_id=partner.pk)):
            yield f"Let op, {partner}: {w.convenant} ({w.soort}) uiterlijk {w.tot:%d-%m-%Y}."
