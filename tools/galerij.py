# SPDX-License-Identifier: EUPL-1.2
"""Write the component gallery and the error pages as plain HTML, without a database.

    python tools/galerij.py FOLDER [--thema PATH_BELOW_STATIC]

Serve FOLDER to look at it: static/ beside the pages is a link to our own static files.
"""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import django
from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import path

WORTEL = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(WORTEL / "src"))

from schakel.toegang.actor import Actor  # noqa: E402


def _leeg(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


NAMEN = ("functie-wisselen", "afmelden", "toegankelijkheid", "privacy")
urlpatterns = [path(naam, _leeg, name=naam) for naam in NAMEN]

FOUTEN = ("400", "403", "404", "409", "413", "429", "500", "503")


class Voorbeeld(forms.Form):
    """One field of each kind."""

    naam = forms.CharField(label="Hoe heet je?", help_text="Je voornaam is genoeg.")
    bericht = forms.CharField(label="Wat heb je gezien?", widget=forms.Textarea, required=False)
    plaats = forms.ChoiceField(
        label="In welke gemeente?",
        choices=[("", "Kies een gemeente"), ("a", "Oevermeer"), ("b", "Dijkhoven")],
    )
    sinds = forms.DateField(
        label="Sinds wanneer?",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    foto = forms.FileField(label="Foto", required=False, help_text="Plaats en tijd halen we uit de foto.")
    gezien = forms.ChoiceField(
        label="Slaapt er iemand op de werkplek?",
        choices=[("ja", "Gezien"), ("nee", "Niet gezien"), ("?", "Weet ik niet")],
        widget=forms.RadioSelect,
    )
    kenmerken = forms.MultipleChoiceField(
        label="Wat viel op?",
        choices=[("a", "Paspoort bij een ander"), ("b", "Geen eigen geld"), ("c", "Mag niet naar buiten")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Kruis aan wat je zelf zag.",
    )
    akkoord = forms.BooleanField(label="Ik wil weten wat ermee gebeurt", required=False)


class Reden(forms.Form):
    """The reason of a step that cannot be undone."""

    reden = forms.CharField(label="Waarom?", widget=forms.Textarea, help_text="Dit komt in het logboek.")


def context(thema: str) -> dict[str, Any]:
    """Fake data for every component."""
    fout = Voorbeeld({"naam": "", "bericht": "Zes bedden achter de keuken.", "gezien": "x"})
    stap = ("Melding", "Veredeling", "Preweeg", "Weging", "Interventie", "Evaluatie")
    data = (date(2027, 1, 11), date(2027, 1, 20), date(2027, 2, 4), date(2027, 3, 3), None, None)
    stappen = enumerate(zip(stap, data, strict=True), 1)
    grond = "convenant, artikel 6"
    return {
        "regio": "Rijndal", "demo": True, "versie": "0.1.0", "thema": thema,
        "actor": Actor(
            uuid4(), uuid4(), "ketenregisseur", naam="Noor Verhagen", functie_naam="ketenregisseur",
            partner_naam="gemeente Oevermeer",
        ),
        "navigatie": [
            {"titel": "Mijn werk", "url": "#werk", "icoon": "home", "actief": False, "aantal": 3},
            {"titel": "Signalen", "url": "#signalen", "icoon": "flag", "actief": True, "aantal": 12},
            {"titel": "Casussen", "url": "#casussen", "icoon": "file-text", "actief": False, "aantal": 0},
            {"titel": "Overleggen", "url": "#overleggen", "icoon": "users", "actief": False, "aantal": 0},
            {"titel": "Zorg", "url": "#zorg", "icoon": "heart-handshake", "actief": False, "aantal": 0},
            {"titel": "Monitor", "url": "#monitor", "icoon": "chart-bar", "actief": False, "aantal": 0},
        ],
        "messages": [Bericht("success", "Opgeslagen."), Bericht("warning", "De termijn loopt morgen af.")],
        "form": Voorbeeld(initial={"sinds": date(2027, 3, 3)}, prefix="a"),
        "fout": fout,
        "reden": Reden(prefix="r"),
        "stappen": [{"sleutel": i, "titel": t, "datum": d} for i, (t, d) in stappen],
        "vandaag": date(2027, 3, 3),
        "delingen": [
            {"met": "politie", "tot": date(2027, 3, 1), "grondslag": grond, "doel": "veredeling"},
            {"met": "gemeente Dijkhoven", "tot": date(2027, 6, 30), "grondslag": grond},
        ],
        "pagina": Paginator(range(312), 25).page(6),
        "rijen": [
            ("SIG-2027-00042", "Restaurant, zes slaapplaatsen achter de keuken",
             "Oevermeer", date(2027, 3, 3), "let-op", "wacht op jou"),
            ("SIG-2027-00039", "Jongen met vier telefoons bij station",
             "Dijkhoven", date(2027, 2, 26), "bezig", "in veredeling"),
            ("SIG-2027-00031", "Nagelstudio, loon wordt ingehouden",
             "Oevermeer", date(2027, 2, 11), "goed", "afgerond"),
        ],
        "soorten": ("neutraal", "bezig", "goed", "let-op", "fout", "dicht"),
        "herzend": [("bericht", "Zes bedden achter de keuken.")],
        "doel": "/melden",
    }  # fmt: skip


def schrijf(map_: Path, thema: str = "") -> None:
    """Render every page into the folder, with links to the static files."""
    map_.mkdir(parents=True, exist_ok=True)
    gegevens = context(thema)
    paginas = {"galerij": "kern/galerij.html", "galerij_publiek": "kern/galerij_publiek.html"}
    paginas |= {nummer: f"kern/fouten/{nummer}.html" for nummer in FOUTEN}
    for naam, sjabloon in paginas.items():
        (map_ / f"{naam}.html").write_text(render_to_string(sjabloon, gegevens))
    for pad in ("schakel", "vendor", "django_htmx"):
        doel = map_ / "static" / pad
        doel.parent.mkdir(exist_ok=True)
        bron = finders.find(pad)
        if bron and not doel.exists():
            doel.symlink_to(bron)


class Bericht:
    """What Django's messages give a template."""

    def __init__(self, level_tag: str, tekst: str) -> None:
        self.level_tag, self.tekst = level_tag, tekst

    def __str__(self) -> str:
        return self.tekst


def main() -> None:
    """The command: minimal settings of its own, so that no room and no database is needed."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("map", type=Path)
    opties.add_argument("--thema", default="")
    keuze = opties.parse_args()
    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles", "django_htmx", "schakel.kern"],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        ROOT_URLCONF=__name__, STATIC_URL="/static/", LANGUAGE_CODE="nl", TIME_ZONE="Europe/Amsterdam",
    )  # fmt: skip
    django.setup()
    schrijf(keuze.map, keuze.thema)


if __name__ == "__main__":
    main()
