# SPDX-License-Identifier: EUPL-1.2
"""A file of two gigabytes: read and thrown away, never kept, and not a typed word lost."""

import html
import os
import resource
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, RequestFactory

from schakel.melding.models import Melding
from schakel.wsgi import application
from tests.melding.test_publiek import ZEGT
from tests.regio import Regio

TWEE_GB = 2 * 1024**3
GRENS = "grens"


class Stroom:
    """The body of a form with a text and one very large file; made while it is read."""

    def __init__(self, grootte: int) -> None:
        velden = "".join(
            f'--{GRENS}\r\nContent-Disposition: form-data; name="{naam}"\r\n\r\n{waarde}\r\n'
            for naam, waarde in ZEGT.items()
        )
        kop = f'--{GRENS}\r\nContent-Disposition: form-data; name="bijlagen"; filename="film.jpg"\r\n'
        self.begin = f"{velden}{kop}Content-Type: image/jpeg\r\n\r\n".encode()
        self.eind = f"\r\n--{GRENS}--\r\n".encode()
        self.lengte = len(self.begin) + grootte + len(self.eind)
        self.grootte, self.plek = grootte, 0

    def read(self, aantal: int = -1) -> bytes:
        tot = min(self.lengte, self.plek + (aantal if aantal >= 0 else self.lengte))
        stuk = bytearray()
        while self.plek < tot:
            if self.plek < len(self.begin):
                deel = self.begin[self.plek : tot]
            elif self.plek < len(self.begin) + self.grootte:
                deel = bytes(min(tot, len(self.begin) + self.grootte) - self.plek)
            else:
                over = self.plek - len(self.begin) - self.grootte
                deel = self.eind[over : over + tot - self.plek]
            stuk += deel
            self.plek += len(deel)
        return bytes(stuk)


def _open_bestanden() -> set[str]:
    """What lies in the place for temporary files."""
    return {p.name for p in Path(tempfile.gettempdir()).iterdir()}


@pytest.mark.misbruik
def test_twee_gigabyte_wordt_weggegooid_zonder_geheugen_schijf_of_woord_te_kosten(regio: Regio) -> None:
    stroom = Stroom(TWEE_GB)
    Client().get("/melden")
    vooraf, bestanden = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, _open_bestanden()
    omgeving: dict[str, Any] = RequestFactory()._base_environ(
        **{
            "PATH_INFO": "/melden", "REQUEST_METHOD": "POST", "wsgi.input": stroom,
            "CONTENT_TYPE": f"multipart/form-data; boundary={GRENS}", "CONTENT_LENGTH": str(stroom.lengte),
        }
    )  # fmt: skip
    status: list[str] = []
    antwoord = b"".join(application(omgeving, lambda s, _koppen, _fout=None: status.append(s)))
    pagina = html.unescape(antwoord.decode())
    assert status[0].startswith("422"), status
    assert ZEGT["tekst"] in pagina
    assert "te groot" in pagina
    groei = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - vooraf) / 1024
    print(f"\n2 GB geüpload: {groei:.0f} MB geheugen erbij, belasting {os.getloadavg()[0]:.1f}")
    assert groei < 80
    assert not {n for n in _open_bestanden() - bestanden if "upload" in n}
    assert not Melding.objects.exists()
