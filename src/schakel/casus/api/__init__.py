# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/casussen` and what is written in a case (koppelvlak.md, API)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Query, Router, Status

from schakel.casus import actions, queries, rules
from schakel.casus.api import vormen
from schakel.casus.api.vormen import als_fout
from schakel.casus.models import Casus, Evaluatie, Interventie, Stap, Weging
from schakel.casus.views.daden import INTERVENTIEDADEN
from schakel.casus.views.dossier import Deelstuk, dossier
from schakel.convenant import queries as delen
from schakel.convenant.actions import NieuwGegeven
from schakel.kern.api import Fout, Lijst, Pagina, actor_van, nieuw_of_zelfde_id, of_404, pagineer
from schakel.kern.ids import vast_id
from schakel.partner import queries as partner_queries
from schakel.partner.models import Partner
from schakel.partner.queries import partner_met_code
from schakel.signaal.rules.gegevens import categorie, controleer
from schakel.toegang.actor import Actor

router = Router(tags=["casussen"])


def _kop(casus: Casus) -> dict[str, Any]:
    velden = (
        "kenmerk",
        "soort",
        "werktitel",
        "vormen",
        "geopend_op",
        "afgesloten_op",
        "afgesloten_reden",
        "versie",
    )
    return {n: getattr(casus, n) for n in velden} | {
        "id": casus.pk,
        "fase": casus.stuk.fase,
        "regie": casus.stuk.eigenaar.code,
        "spoed": casus.spoed_op is not None,
        "gemeenten": [g.naam for g in casus.gemeenten.all()],
        "compleet": casus.compleet_op is not None,
    }


def _met_partner(rij: Stap | Weging | Evaluatie, *velden: str) -> dict[str, Any]:
    return {n: getattr(rij, n) or "" for n in velden} | {"partner": rij.partner.code}


def _stuk(stuk: Deelstuk) -> dict[str, Any]:
    return {n: getattr(stuk, n) for n in ("id", "soort", "titel", "partner", "ingebracht_op", "feiten")}


def _interventie(i: Interventie) -> dict[str, Any]:
    teksten = {n: getattr(i, n) or "" for n in ("effect_slachtoffer", "weigerreden", "resultaat", "doel")}
    velden = {
        n: getattr(i, n) for n in ("id", "soort", "grondslag", "focus", "termijn", "status", "deel", "versie")
    }
    return {**velden, **teksten, "uitvoerder": i.uitvoerder.code}


def _casus(request: HttpRequest, id: str) -> tuple[Actor, Casus]:
    door: Actor = actor_van(request)
    return door, of_404(queries.casus(door=door, id=id))


def partner(code: str, veld: str) -> Partner:
    """The partner with this code, or an error at `veld`."""
    gevonden = partner_met_code(code)
    if gevonden is None:
        fout = {"naam": veld, "reden": f"Partner '{code}' is niet bekend.", "code": "onbekend"}
        raise Fout("De aanvraag klopt niet; zie 'fouten'.", fouten=[fout])
    return gevonden


@router.get("/casussen", response=Lijst[vormen.Kop], by_alias=True)
def lijst(request: HttpRequest, pagina: Query[Pagina], filter: Query[vormen.FilterIn]) -> Any:
    """The cases in which the caller is named, newest first."""
    rijen = queries.casussen(door=actor_van(request), fase=filter.fase or "", ook_gesloten=filter.gesloten)
    return pagineer(rijen, pagina, _kop)


@router.post("/casussen", response={201: vormen.Kop}, by_alias=True)
def open_casus(request: HttpRequest, body: vormen.CasusIn) -> Any:
    """Open a case under the regie of the caller's partner."""
    door: Actor = actor_van(request)
    gemeenten = partner_queries.gemeenten_genoemd(body.gemeenten)
    onbekend = [g for g in body.gemeenten if g not in gemeenten]
    signalen = {id: delen.stuk(door=door, id=id) for id in body.signalen}
    fouten = [
        {"naam": "gemeenten", "reden": f"Gemeente '{g}' is niet bekend.", "code": "onbekend"}
        for g in onbekend
    ]
    fouten += [
        {"naam": "signalen", "reden": f"Signaal {id} bestaat niet.", "code": "onbekend"}
        for id, s in signalen.items()
        if s is None
    ]
    if fouten:
        raise Fout("De aanvraag klopt niet; zie 'fouten'.", fouten=fouten)
    with als_fout():
        casus = actions.maak(
            door=door,
            soort=body.soort,
            werktitel=body.werktitel,
            reden=body.reden,
            vormen=body.vormen,
            gemeenten=gemeenten.values(),
            signalen=[s for s in signalen.values() if s],
            id=nieuw_of_zelfde_id(request),
        )
    return Status(201, _kop(of_404(queries.casus(door=door, id=casus.pk))))


@router.get("/casussen/{id}", response=vormen.CasusUit, by_alias=True)
def lees(request: HttpRequest, id: str) -> Any:
    """The case as far as the caller may see it; the read is in the account."""
    door, casus = _casus(request, id)
    stukken = dossier(door=door, casus=casus)
    weging = (
        "id",
        "soort",
        "ronde",
        "criteria",
        "criteria_versie",
        "kwalificatie",
        "kwalificatie_versie",
        "uitkomst",
        "motivering",
        "overleg_kenmerk",
        "vastgesteld_op",
    )
    evaluatie = ("doel_bereikt", "resultaat", "lessen", "op")
    return _kop(casus) | {
        "stappen": [
            _met_partner(s, "van", "naar", "reden", "op") for s in queries.stappen(door=door, casus=casus)
        ],
        "dossier": [_stuk(s) for s in stukken],
        "wegingen": [
            _met_partner(w, *weging) | {"criteria": w.criteria, "kwalificatie": w.kwalificatie}
            for w in queries.wegingen(door=door, casus=casus)
        ],
        "interventies": [_interventie(i) for i in queries.interventies(door=door, casus=casus)],
        "dubbelrollen": [
            {
                "id": r.pk,
                "slachtoffer": r.slachtoffer_id,
                "verdachte": r.verdachte_id,
                "verband": r.verband,
                "partner": r.partner.naam,
            }
            for r in queries.dubbelrollen(door=door, casus=casus)
        ],
        "evaluaties": [_met_partner(e, *evaluatie) for e in queries.evaluaties(door=door, casus=casus)],
    }


@router.post("/casussen/{id}/stappen", response={201: vormen.Kop}, by_alias=True)
def stap(request: HttpRequest, id: str, body: vormen.StapIn) -> Any:
    """Move, mark complete, use the spoedroute, or close."""
    door, casus = _casus(request, id)
    basis: dict[str, Any] = {"door": door, "casus": casus, "versie": body.versie}
    with als_fout():
        if body.naar == "compleet":
            actions.meld_compleet(toelichting=body.reden, **basis)
        elif body.naar == "spoed":
            actions.spoedroute(reden=body.reden, functie=body.functie, **basis)
        elif body.naar == "afgesloten":
            actions.sluit(reden=body.sluitreden or "", toelichting=body.reden, **basis)
        else:
            actions.zet_stap(naar=body.naar, reden=body.reden, deel=body.deel, **basis)
    return Status(201, _kop(of_404(queries.casus(door=door, id=casus.pk))))


@router.post("/casussen/{id}/dossierstukken", response={201: vormen.Gemaakt}, by_alias=True)
def breng_in(request: HttpRequest, id: str, body: vormen.DossierstukIn) -> Any:
    """Bring in a signal, or a piece with statements. It shares nothing yet."""
    door, casus = _casus(request, id)
    sleutel = nieuw_of_zelfde_id(request)
    with als_fout():
        if body.signaal:
            signaal = of_404(delen.stuk(door=door, id=body.signaal))
            return Status(201, {"id": actions.voeg_signaal_toe(door=door, casus=casus, signaal=signaal).pk})
        stuk = actions.voeg_dossierstuk_toe(
            door=door,
            casus=casus,
            aard=body.aard,
            datum=body.datum,
            handeling=body.handeling,
            id=sleutel,
            gegevens=_gegevens(body, sleutel),
        )
    return Status(201, {"id": stuk.pk})


def _gegevens(body: vormen.DossierstukIn, sleutel: UUID) -> list[NieuwGegeven]:
    """Checked statements, or every error at its place."""
    goed, fouten = [], []
    for nr, g in enumerate(body.gegevens):
        inhoud, fout = controleer(g.soort, g.inhoud)
        fouten += [
            {"naam": f"gegevens.{nr}.{n}".rstrip("."), "reden": r, "code": "ongeldig"}
            for n, r in fout.items()
        ]
        goed.append((nr, g, inhoud))
    if not body.gegevens:
        fouten.append(
            {"naam": "gegevens", "reden": "Geef ten minste één gegeven, of een signaal.", "code": "leeg"}
        )
    if fouten:
        raise Fout("De aanvraag klopt niet; zie 'fouten'.", fouten=fouten)
    return [
        NieuwGegeven(
            g.soort,
            g.categorie or categorie(g.soort, inhoud.get("rol", "")),
            inhoud,
            handeling=body.handeling,
            zekerheid=g.zekerheid,
            datum=g.datum,
            bron=g.bron,
            id=vast_id("gegeven", str(sleutel), str(nr)),
        )
        for nr, g, inhoud in goed
    ]


@router.post("/casussen/{id}/verstrekkingen", response={201: list[vormen.Gemaakt]}, by_alias=True)
def deel(request: HttpRequest, id: str, body: vormen.VerstrekkingIn) -> Any:
    """Share an own signal or piece for this case only; all receivers or none."""
    door, casus = _casus(request, id)
    stuk = of_404(delen.stuk(door=door, id=body.stuk))
    met = [partner(code, "met") for code in body.met]
    with als_fout():
        gemaakt = actions.deel_in_casus(
            door=door,
            casus=casus,
            stuk=stuk,
            met=met,
            categorieen=body.categorieen,
            doel=body.doel,
            tot=body.tot,
            motivering=body.motivering,
            id=nieuw_of_zelfde_id(request),
        )
    return Status(201, [{"id": v.pk} for v in gemaakt])


@router.post("/casussen/{id}/betrokkenen", response={201: vormen.Gemaakt}, by_alias=True)
def betrek(request: HttpRequest, id: str, body: vormen.BetrokkeneIn) -> Any:
    """Name the person in a function; at another partner under a verstrekking of the case."""
    door, casus = _casus(request, id)
    bezetting = (
        queries.kiesbaar(partner_id=partner(body.partner, "partner").pk)
        .filter(functie__rol=body.functie)
        .first()
    )
    if bezetting is None:
        fout = {
            "naam": "functie",
            "reden": "Deze functie is daar niet bezet, of hoort niet bij een casus.",
            "code": "onbekend",
        }
        raise Fout("De aanvraag klopt niet; zie 'fouten'.", fouten=[fout])
    with als_fout():
        gemaakt = actions.betrek(
            door=door,
            casus=casus,
            bezetting=bezetting,
            categorieen=body.categorieen,
            doel=body.doel,
            tot=body.tot,
            motivering=body.motivering,
            id=nieuw_of_zelfde_id(request),
        )
    return Status(201, {"id": gemaakt.pk})


@router.post("/casussen/{id}/wegingen", response={201: vormen.Gemaakt}, by_alias=True)
def weeg(request: HttpRequest, id: str, body: vormen.WegingIn) -> Any:
    """Fix a view or the joint outcome."""
    door, casus = _casus(request, id)
    with als_fout():
        weging = actions.weeg(door=door, casus=casus, id=nieuw_of_zelfde_id(request), **body.model_dump())
    return Status(201, {"id": weging.pk})


@router.get("/kwalificatielijst", response=vormen.KwalificatielijstUit, by_alias=True)
def kwalificatielijst(request: HttpRequest, feiten_op: Query[date]) -> Any:
    """What can be chosen for facts on this day (CAS-10+)."""
    try:
        return vars(rules.kwalificatielijst(feiten_op))
    except LookupError as fout:
        raise Fout(str(fout), status=404) from fout


@router.post("/casussen/{id}/boetes", response={201: vormen.Gemaakt}, by_alias=True)
def boete(request: HttpRequest, id: str, body: vormen.BoeteIn) -> Any:
    """A fine as intervention in the case and as signal of the caller's partner; the id is that of the signal."""
    door, casus = _casus(request, id)
    with vormen.als_fout():
        signaal = actions.leg_boete_vast(
            door=door, casus=casus, **body.model_dump(), id=nieuw_of_zelfde_id(request)
        )
    return Status(201, {"id": signaal.pk})


@router.post("/casussen/{id}/dubbelrollen", response={201: vormen.Gemaakt}, by_alias=True)
def dubbelrol(request: HttpRequest, id: str, body: vormen.DubbelrolIn) -> Any:
    """A suspect in the dossier may be a victim in it; only who sees both can say so, or read it."""
    door, casus = _casus(request, id)
    with vormen.als_fout():
        rol = actions.leg_dubbelrol_vast(
            door=door, casus=casus, **body.model_dump(), id=nieuw_of_zelfde_id(request)
        )
    return Status(201, {"id": rol.pk})


@router.post("/casussen/{id}/interventies", response={201: vormen.InterventieUit}, by_alias=True)
def stel_voor(request: HttpRequest, id: str, body: vormen.InterventieIn) -> Any:
    """Propose a measure."""
    door, casus = _casus(request, id)
    velden = body.model_dump() | {"uitvoerder": partner(body.uitvoerder, "uitvoerder")}
    with als_fout():
        interventie = actions.stel_voor(door=door, casus=casus, id=nieuw_of_zelfde_id(request), **velden)
    return Status(201, _interventie(interventie))


@router.post(
    "/casussen/{id}/interventies/{interventie_id}/_{daad}", response=vormen.InterventieUit, by_alias=True
)
def antwoord(request: HttpRequest, id: str, interventie_id: str, daad: str, body: vormen.AntwoordIn) -> Any:
    """`_vaststellen`, `_aanvaarden` (a municipality: casemanager), `_weigeren` (tekst: why), `_voortgang`,
    `_resultaat` (tekst: what came of it)."""
    door, casus = _casus(request, id)
    interventie = of_404(queries.interventie(door=door, id=interventie_id))
    wat = of_404(INTERVENTIEDADEN.get(daad) if daad != "aanvullen" else None)
    if interventie.casus_id != casus.pk:
        raise Http404
    velden: dict[str, Any] = {"versie": body.versie} | (
        {"tekst": body.tekst} if daad in ("weigeren", "resultaat", "voortgang") else {}
    )
    if daad == "aanvaarden" and body.casemanager:
        eigen = partner_queries.functies_bij(door.partner_id).filter(pk=body.casemanager)
        velden["casemanager"] = of_404(eigen.first())
    with als_fout():
        wat.doe(door, interventie, **velden)
    return _interventie(of_404(queries.interventie(door=door, id=interventie_id)))


@router.post("/casussen/{id}/evaluaties", response={201: vormen.Gemaakt}, by_alias=True)
def evalueer(request: HttpRequest, id: str, body: vormen.EvaluatieIn) -> Any:
    """Goal against result."""
    door, casus = _casus(request, id)
    with als_fout():
        evaluatie = actions.evalueer(
            door=door, casus=casus, id=nieuw_of_zelfde_id(request), **body.model_dump()
        )
    return Status(201, {"id": evaluatie.pk})
