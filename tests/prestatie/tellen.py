# SPDX-License-Identifier: EUPL-1.2
"""Inside the house: tokens for who measures, and per page the queries with the slowest of them, as JSON.

`python -m tests.prestatie.tellen` (row-level security on, as the application role).
"""

import json
import re
import sys
from datetime import timedelta
from typing import Any

from tests.prestatie.paginas import PAGINAS, Pagina


def tel() -> dict[str, Any]:
    """{titel: {adres, vragen, ms, traagste}} and the tokens per login."""
    import django

    django.setup()
    from schakel.kern import klok
    from schakel.partner.queries import alle_bezettingen
    from schakel.toegang.actions import maak_token

    bezettingen = {b.gebruiker.inlognaam.removesuffix(".rijndal.test"): b for b in alle_bezettingen()}
    tokens = {
        naam: maak_token(
            gebruiker=b.gebruiker,
            bezetting_id=b.pk,
            omschrijving="meten",
            verloopt=klok.vandaag() + timedelta(days=9),
        )[1]
        for naam, b in bezettingen.items()
        if naam in {p.door for p in PAGINAS}
    }
    geteld = {p.titel: _een(p, bezettingen[p.door], tokens[p.door]) for p in PAGINAS}
    return {"tokens": tokens, "paginas": geteld}


def _een(pagina: Pagina, bezetting: Any, token: str) -> dict[str, Any]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from schakel.partner.queries import SESSIE

    client = Client(headers={"Authorization": f"Bearer {token}"} if pagina.api else {})
    if not pagina.api:
        client.force_login(bezetting.gebruiker, backend="django.contrib.auth.backends.ModelBackend")
        sessie = client.session
        sessie[SESSIE] = str(bezetting.pk)
        sessie.save()
    adres = pagina.adres or eerste(client.get(pagina.eerste_van).content.decode(), pagina.eerste_van)
    client.get(adres)
    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.get(adres)
    if antwoord.status_code != 200:
        print(f"{pagina.titel}: {adres} antwoordt {antwoord.status_code}", file=sys.stderr)
    duren = [(round(float(v["time"]) * 1000, 1), v["sql"]) for v in vragen.captured_queries]
    traagste = max(duren, default=(0.0, ""))
    return {
        "adres": adres, "status": antwoord.status_code, "vragen": len(duren), "ms": round(sum(d for d, _ in duren), 1),
        "traagste_ms": traagste[0], "traagste": traagste[1],
    }  # fmt: skip


def eerste(tekst: str, lijst: str) -> str:
    """Address of the first row of a list page or an API list; the list itself when it is empty."""
    pad = lijst.partition("?")[0]
    if lijst.startswith("/api/"):
        rijen = json.loads(tekst)["resultaten"]
        return f"{pad}/{rijen[0]['id']}" if rijen else lijst
    gevonden = re.search(rf'href="({re.escape(pad)}/[0-9a-f]{{8}}-[0-9a-f-]{{27}})"', tekst)
    return gevonden.group(1) if gevonden else lijst


if __name__ == "__main__":
    print(json.dumps(tel()))
