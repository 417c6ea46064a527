# SPDX-License-Identifier: EUPL-1.2
"""Photos and documents beside a text: checked one by one, and what was typed stays."""

import hashlib
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from schakel.kern.upload import te_groot
from schakel.melding import rules, scanner
from schakel.melding.rules.bijlage import Bestand, BijlageFout, maak_schoon


class _Meer(forms.FileInput):
    allow_multiple_selected = True


class _Bestanden(forms.FileField):
    """Every chosen file; the form judges them one by one."""

    widget = _Meer

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        return list(data or [])


class BijlageForm(forms.Form):
    """At most three files; the last field of its page, so that a file that is too large costs no text."""

    bijlagen = _Bestanden(
        label=_("Foto of document toevoegen"), required=False,
        widget=_Meer({"multiple": True, "accept": "image/*,application/pdf"}),
        help_text=_("Hooguit drie, samen 10 MB. Van een foto halen wij plaats, tijd en toestel af. In een PDF kan de "
                    "naam van de maker staan: neem liever een foto van het papier."),
    )  # fmt: skip

    def __init__(self, request: HttpRequest | None = None) -> None:
        posten = request is not None and request.method == "POST"
        super().__init__({} if posten else None, request.FILES if request and posten else None)
        self.te_groot = te_groot(request)
        self.bestanden: list[tuple[Bestand, bool]] = []

    @classmethod
    def leeg(cls) -> "BijlageForm":
        """Nothing chosen yet."""
        return cls()

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        gekozen = schoon.get("bijlagen", [])
        try:
            if self.te_groot:
                raise BijlageFout(
                    str(_("De bestanden zijn samen groter dan 10 MB. Kies minder of kleinere bestanden."))
                )
            if len(gekozen) > rules.HOOGSTENS:
                raise BijlageFout(
                    str(_("Kies hooguit drie bestanden. De rest kunt u daarna nasturen met uw code."))
                )
            self.bestanden = [_bekijk(b.read()) for b in gekozen]
        except BijlageFout as fout:
            self.bestanden = []
            self.add_error("bijlagen", f"{fout} {_('Uw tekst staat er nog; kies de bestanden opnieuw.')}")
        return schoon

    def kies_opnieuw(self) -> None:
        """The page comes back, and a browser does not keep files."""
        if self.bestanden:
            self.add_error("bijlagen", _("Uw tekst staat er nog; kies de bestanden opnieuw."))

    def merk(self) -> str:
        """Tells this choice of files from another, so that sending again with a photo adds the photo."""
        som = hashlib.sha256()
        for bestand, _q in self.bestanden:
            som.update(hashlib.sha256(bestand.inhoud).digest())
        return som.hexdigest() if self.bestanden else ""


def _bekijk(ruw: bytes) -> tuple[Bestand, bool]:
    """The clean file, and whether it must be in quarantine."""
    uitslag = scanner.scan(ruw)
    if uitslag is scanner.Uitslag.BESMET:
        raise BijlageFout(str(_("Er zit een virus in dit bestand. Het is niet bewaard.")))
    return maak_schoon(ruw), uitslag is scanner.Uitslag.ONBEKEND
