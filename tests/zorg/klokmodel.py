# SPDX-License-Identifier: EUPL-1.2
"""An independent model of bedenktijd and residence: walks day by day and shares no code with `zorg.rules.verblijf`."""

from datetime import date, timedelta

DAG = timedelta(days=1)


def maanden_verder(dag: date, aantal: int) -> date:
    """The same day of the month, or the last one there is."""
    nummer = dag.month - 1 + aantal
    jaar, maand = dag.year + nummer // 12, nummer % 12 + 1
    for d in range(dag.day, 27, -1):
        try:
            return date(jaar, maand, d)
        except ValueError:
            continue
    return date(jaar, maand, dag.day)


def speel(  # noqa: C901  # one flat walk on purpose: it must not look like the rule
    gebeurd: list[tuple[date, str, bool]], tot_en_met: date
) -> tuple[str, set[tuple[str, date]]]:
    """What is the case at the end of a day, and which terms run then: {(kind, day)}."""
    stand = "geen"
    dublin = False
    begin = einde = aanvraag = vergund = leefgeld = None
    gemeld = 0
    oordeel = zaak_klaar = False
    dag = min((d for d, _, _ in gebeurd), default=tot_en_met)
    while dag <= tot_en_met:
        if stand == "bedenktijd" and einde is not None and dag >= einde:
            stand = "verlopen"
        for op, wat, is_dublin in gebeurd:
            if op != dag:
                continue
            dublin = dublin or is_dublin
            if wat == "aanbod":
                stand = "aangeboden"
            elif wat == "start":
                begin, stand = dag, "bedenktijd"
                kort = is_dublin and dag > date(2023, 5, 18)
                einde = dag + 30 * DAG if kort else maanden_verder(dag, 3)
            elif wat == "rapportage":
                gemeld += 1
            elif wat == "einde":
                stand = "beeindigd"
            elif wat in ("medewerking", "schrijnend"):
                stand, aanvraag, oordeel = "beslissing", dag, False
            elif wat == "dublin":
                oordeel = True
            elif wat == "verleend":
                stand, vergund = "vergunning", dag
            elif wat == "geweigerd":
                stand = "geweigerd"
            elif wat == "zaak_klaar":
                zaak_klaar = True
            elif wat == "andere_route":
                stand = "andere_route"
            elif wat == "rvb":
                leefgeld = dag
        if stand == "bedenktijd" and einde is not None and dag >= einde:
            stand = "verlopen"
        dag += DAG
    lopend: set[tuple[str, date]] = set()
    if stand in ("bedenktijd", "verlopen") and begin and einde:
        lopend.add(("bedenktijd", einde))
        if (melden := maanden_verder(begin, gemeld + 1)) < einde:
            lopend.add(("rapportage", melden))
    if stand == "beslissing" and aanvraag:
        lopend.add(("beslissing", aanvraag + DAG))
        if dublin and not oordeel and aanvraag >= date(2019, 8, 1):
            lopend.add(("dublin", aanvraag + 28 * DAG))
    if stand == "vergunning" and vergund and not zaak_klaar:
        lopend.add(("voortzetting", maanden_verder(vergund, 12)))
    if leefgeld and stand in ("bedenktijd", "verlopen", "beslissing"):
        lopend.add(("rvb", maanden_verder(leefgeld, 3)))
    return stand, lopend
