# SPDX-License-Identifier: EUPL-1.2
"""The rows of `aanhang` in the database: of any model what is known of it, and the least that it takes besides."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.timezone import make_aware

from schakel.convenant.models import Vragenlijst
from schakel.kern import klok
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.partner import models as p
from tests.orakel.maken import CATEGORIEEN
from tests.orakel.wereld import Aanhang, Wereld, merk

GEHEIM, ADRES = 9005, 9006
"""Numbers of the canary in every encrypted text of these rows; a shelter address has the key of its supply."""


def geheim(a: Aanhang) -> str:
    """The canary of this row."""
    return merk(a.id, ADRES if a.tabel == "zorg_opvangadres" else GEHEIM)


def aanhang(w: Wereld, merkteken: str) -> Iterable[models.Model]:
    """The rows, in an order in which each finds what it refers to."""
    gemeente = p.Gemeente(naam=f"Gemeente {merkteken}", partner_id=next(iter(w.partners)))
    lijst = Vragenlijst(moment="verstrekking", nummer=1, contact="", gemaakt_op=klok.nu())
    yield gemeente
    yield lijst
    for keten, zittingen in (("aanpak", w.overleggen), ("zorg", w.besprekingen)):
        for id, leden in {o.orgaan: o.leden for o in zittingen.values()}.items():
            yield p.Orgaan(id=id, naam=f"Orgaan {id}", niveau="operationeel", gelaagd=True, keten=keten)
            for m in leden:
                yield p.OrgaanLid(
                    orgaan_id=id, partner_id=m.partner, rol=m.rol, delen=list(m.delen), van=m.van, tot=m.tot,
                    soort="vast" if m.vast else "casusafhankelijk",
                )  # fmt: skip
    for a in w.aanhang:
        model = _model(a.tabel)
        yield vul(model, a, **_velden(w, a, gemeente, lijst))


def _model(tabel: str) -> type[models.Model]:
    (model,) = (m for m in apps.get_models(include_auto_created=True) if m._meta.db_table == tabel)
    return model


def _velden(w: Wereld, a: Aanhang, gemeente: p.Gemeente, lijst: Vragenlijst) -> dict[str, Any]:  # noqa: C901  one case per table
    """Where each reference of the world goes in its table; `vul` drops what a table does not have."""
    o = {**w.overleggen, **w.besprekingen}.get(a.bij) if a.bij else None
    v: dict[str, Any] = {
        "stuk_id": a.stuk,
        "traject_id": a.stuk, "signaal_id": a.stuk, "melding_id": a.bij or a.stuk, "casus_id": a.stuk,
        "eigenaar_id": a.eigenaar, "partner_id": a.eigenaar, "contactpunt_id": a.eigenaar, "houder_id": a.eigenaar,
        "vrager_id": a.ander, "aan_id": a.ander, "ontvanger_id": a.ander,
        "herkomst_partner_id": a.ander, "vrager_functie": a.functie or "x",
        "deel": a.deel, "gemeente_id": gemeente.pk, "lijst_id": lijst.pk, "ingetrokken_op": klok.nu() if a.dicht else None,
        "overleg_id": a.bij, "kenmerk": a.id.hex[:14], "overleg_kenmerk": a.bij.hex[:14] if a.bij else "",
        "convenant_id": next(iter(w.convenanten)), "gegeven_id": a.ouder, "embargo_id": a.ouder,
        "agendapunt_id": a.ouder, "besluit_id": a.ouder, "inzageverzoek_id": a.ouder, "bezetting_id": a.ouder,
        "code_merk": a.id.bytes, "betrokkene": a.id.hex, "versie": a.deel or 1, "model_id": a.ouder,
        "barriere_id": a.ouder, "bespreking_id": a.ouder, "screening_id": a.ouder, "raakvlak_id": a.ouder,
    }  # fmt: skip
    if o:
        v |= {
            "orgaan_id": o.orgaan,
            "tijdstip": make_aware(datetime.combine(o.dag, time(12))),
            "datum": o.dag,
        }
    match a.tabel:
        case "zorg_plek" | "zorg_weigering" | "zorg_plaatsing":
            v |= {"aanbod_id": a.ouder, "plek_id": a.ouder, "vraag_id": a.bij, "nummer": 1}
            v |= {"vast_voor_id": a.bij, "vast_tot": klok.nu() + timedelta(days=900) if a.bij else None}
        case "zorg_zorgtraject":
            v |= {
                "verantwoordelijk_id": a.eigenaar,
                "kenmerk": w.stukken[a.id].kenmerk,
                "groep_id": a.ouder,
                "ouder_id": a.bij,
                "fase": "aanmelding",
            }
        case "melding_doorzending":
            uiterlijk = w.vandaag - timedelta(days=1 if a.dicht else -900)
            v |= {
                "van_id": a.eigenaar,
                "kenmerk": w.stukken[a.stuk].kenmerk if a.stuk else "",
                "uiterlijk": uiterlijk,
                "melding_id": a.stuk,
            }
        case "barriere_zwakkeplek":
            v |= {"gemeld_door_id": a.ander}
        case "barriere_plekvondst":
            v |= {"plek_id": a.ouder, "soort": "casus" if a.stuk else "controle"}
        case "casus_weging":
            v |= {"kwalificatie_versie": "273f-2013"}
        case "casus_dubbelrol":
            v |= {"slachtoffer_id": a.ouder, "verdachte_id": a.bij}
        case "casus_actierol" | "casus_zorgmelding":
            v |= {"actiedag_id": a.ouder, "van_id": a.eigenaar}
        case "casus_strafstap":
            v |= {"soort": "intake", "uitkomst": ""}
        case "casus_casusoverdracht":
            v |= {"van_id": a.eigenaar, "naar_id": a.ander}
        case "interventie_botsing":
            v |= {"van_id": a.eigenaar, "met_id": a.ander, "voornemen_id": a.ouder, "met_voornemen_id": a.bij}
        case "interventie_voornemenmerk":
            v |= {"voornemen_id": a.ouder}
        case "interventie_beslisverzoek":
            v |= {"interventie_id": a.id, "soort": "bibob-toets"}
        case "interventie_arrangementstap" | "interventie_handhavingsstap" | "interventie_handhavingsmerk":
            v |= {"arrangement_id": a.ouder, "stap_id": a.ouder, "nummer": 1, "voorgesteld": 1}
        case "interventie_mandaat":
            v |= {"soort": "bibob-toets"}
        case "zorg_comelding":
            v["inhoud"] = {"kenmerk": merk(a.id, GEHEIM), "jaar": a.id.int % 20 + 2000, "dwang": []}
        case "signaal_beschermingstaak":
            v |= {"van_id": a.eigenaar, "rol": a.functie}
        case "melding_bijlage":
            v |= {"soort": "application/pdf", "inhoud64": b64encode(merk(a.id, GEHEIM).encode()).decode()}
        case "signaal_zoekvraag":
            v |= {
                "gebruiker_id": a.ouder,
                "functie": a.functie,
                "verloopt_op": w.vandaag + timedelta(days=30),
            }
        case "melding_dienst":
            v |= {"gebruiker_id": a.ouder, "tot": klok.nu() + timedelta(days=1)}
        case "melding_alarm" | "melding_herinnering":
            v |= {"kenmerk": w.stukken[a.id].kenmerk, "verder_op": klok.nu() if a.dicht else None}
        case "overleg_deelname":
            v |= {"partner_id": a.ander, "rol": a.functie, "soort": "buiten" if a.dicht else "gast"}
            v |= {"agendapunt_id": a.ouder}
        case "convenant_embargo":
            v["gegeven_id"] = None
        case "convenant_vrijgaveverzoek":
            v["casus_id"] = None
        case "convenant_deelverzoek":
            v["partner_id"] = a.ander
        case "convenant_toestemming":
            v |= {
                "soort": a.functie,
                "categorieen": list(CATEGORIEEN),
                "ingetrokken_op": w.vandaag if a.dicht else None,
            }
    return v


def rijnummer(id: UUID) -> int:
    """The key of a row whose table counts."""
    return id.int >> 66


def vul(model: type[models.Model], a: Aanhang, **velden: Any) -> models.Model:
    """A row of any model: what is known, else the least that the field takes; encrypted texts hold a secret."""
    waarden: dict[str, Any] = {}
    for veld in model._meta.concrete_fields:
        naam = veld.attname
        if veld.primary_key:
            waarden[naam] = rijnummer(a.id) if isinstance(veld, models.BigAutoField) else a.id
        elif naam in velden:
            waarden[naam] = velden[naam]
        elif isinstance(veld, VersleuteldVeld) and not isinstance(veld, VersleuteldJson):
            waarden[naam] = geheim(a)
        elif not (veld.null or veld.has_default()):
            waarden[naam] = _minst(veld, a.id)
    return model(**waarden)


def _minst(veld: Any, id: UUID) -> Any:
    """The least that a field takes."""
    if isinstance(veld, ArrayField):
        return []
    if isinstance(veld, VersleuteldJson):
        return {}
    if veld.choices:
        return next(waarde for waarde, _ in veld.flatchoices if waarde != "")
    if isinstance(veld, models.DateTimeField):
        return klok.nu()
    if isinstance(veld, models.DateField):
        return klok.vandaag()
    if isinstance(veld, models.UUIDField):
        return UUID(int=0)
    if isinstance(veld, models.BooleanField):
        return False
    return id.int % 30000 if isinstance(veld, models.IntegerField) else ""
