# SPDX-License-Identifier: EUPL-1.2
"""A day on which partners act together: a goal and a mandate per partner, care told before it, results after it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from schakel.casus import actions, queries
from schakel.casus.actions.casus import Bezwaar
from schakel.casus.rules import Verouderd, bezwaren_status
from schakel.convenant.actor import als
from schakel.kern import klok
from tests.casus.keten import HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten
from tests.regio import Regio

OVER_EEN_WEEK = 7


@pytest.fixture
def keten(regio: Regio) -> Keten:
    return maak_keten(regio)


def _plan(keten: Keten, **velden: Any) -> Any:
    standaard: dict[str, Any] = {
        "dag": klok.vandaag() + timedelta(days=OVER_EEN_WEEK),
        "doel": "Twaalf mensen uit de loods halen",
    }
    return keten.doet(REGIE, actions.plan_actiedag, **(standaard | velden))


def _als(keten: Keten, wie: str, werkwoord: Any, /, **velden: Any) -> Any:
    with als(keten.regio.actor(wie)):
        return werkwoord(door=keten.regio.actor(wie), **velden)


def _dag(keten: Keten, wie: str, id: Any) -> Any:
    return _als(keten, wie, queries.actiedag, id=id)


def _vraag(keten: Keten, dag: Any, code: str) -> Any:
    return _als(
        keten, REGIE, actions.vraag_partner, actiedag=_dag(keten, REGIE, dag.pk), partner=keten.regio.partner(code),
        doel=f"doel van {code}", mandaat="art. 5:15 Awb",
    )  # fmt: skip


def _zorg(keten: Keten, dag: Any) -> Any:
    return _als(
        keten, REGIE, actions.waarschuw_zorg, actiedag=_dag(keten, REGIE, dag.pk), aan=keten.regio.partner("haven"),
        vraag="Twaalf bedden en een tolk Pools", wie="mannen", aantal=12,
    )  # fmt: skip


def _zet(keten: Keten, dag: Any, naar: str, **velden: Any) -> Any:
    vers = _dag(keten, REGIE, dag.pk)
    return _als(keten, REGIE, actions.zet_actiedag, actiedag=vers, naar=naar, versie=vers.versie, **velden)


def _antwoord(keten: Keten, wie: str, rol: Any, **velden: Any) -> Any:
    with als(keten.regio.actor(wie)):
        door = keten.regio.actor(wie)
        dag = queries.actiedag(door=door, id=rol.actiedag_id)
        eigen = queries.actierollen(door=door, actiedag=dag).get(pk=rol.pk)
        return actions.antwoord_rol(
            door=door, rol=eigen, **({"mee": True, "reden": "", "versie": eigen.versie} | velden)
        )


@pytest.mark.rij("CAS-05")
def test_een_actiedag_kan_pas_als_de_casus_gewogen_is(keten: Keten) -> None:
    with pytest.raises(Bezwaar, match="nog niet gewogen"):
        _plan(keten)
    keten.weeg()
    assert _plan(keten).status == "gepland"
    with pytest.raises(Bezwaar, match="al voorbij"):
        _plan(keten, dag=klok.vandaag() - timedelta(days=1))
    with pytest.raises(PermissionError):
        keten.doet(NLA, actions.plan_actiedag, dag=klok.vandaag(), doel="zelf")


@pytest.mark.rij("OVL-05")
def test_de_dag_gaat_pas_door_als_de_zorg_zegt_dat_er_hulp_klaarstaat(keten: Keten) -> None:
    keten.weeg()
    dag = _plan(keten)
    rol = _vraag(keten, dag, "nla")
    _antwoord(keten, NLA, rol)
    with pytest.raises(Bezwaar, match="Vraag eerst de zorg"):
        _zet(keten, dag, "gaat_door")
    melding = _zorg(keten, dag)
    with pytest.raises(Bezwaar, match="nog niet gezegd"):
        _zet(keten, dag, "gaat_door")
    ontvangen = _als(keten, HAVEN, queries.zorgmelding, id=melding.pk)
    _als(
        keten,
        HAVEN,
        actions.beantwoord_zorgmelding,
        melding=ontvangen,
        kan=True,
        antwoord="bedden staan klaar",
    )
    assert _zet(keten, dag, "gaat_door").status == "gaat_door"
    with pytest.raises(Bezwaar, match="al geantwoord"):
        _als(keten, HAVEN, actions.beantwoord_zorgmelding, melding=ontvangen, kan=False, antwoord="toch niet")


@pytest.mark.rij("OVL-05")
def test_ook_de_tabel_zelf_laat_geen_dag_doorgaan_zonder_zorg(keten: Keten) -> None:
    keten.weeg()
    dag = _plan(keten)
    sql = "UPDATE casus_actiedag SET status = 'gaat_door', versie = versie + 1 WHERE id = %s"
    with (
        als(keten.regio.actor(REGIE)),
        pytest.raises(IntegrityError, match="hulp klaarstaat"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql, [dag.pk])


@pytest.mark.rij("OVL-03")
def test_de_zorg_leest_de_vraag_en_niets_van_de_casus(keten: Keten) -> None:
    keten.weeg()
    dag = _plan(keten)
    _vraag(keten, dag, "politie")
    melding = _zorg(keten, dag)
    haven = keten.regio.client(HAVEN)
    pagina = haven.get(f"/casussen/zorgmeldingen/{melding.pk}")
    assert pagina.status_code == 200
    tekst = pagina.content.decode()
    assert "Twaalf bedden en een tolk Pools" in tekst
    assert "12" in tekst
    for geheim in ("Zuidweg", "CAS-", "loods", "Politie", str(keten.casus_id), str(dag.pk)):
        assert geheim not in tekst, geheim
    assert haven.get(f"/casussen/actiedagen/{dag.pk}").status_code == 404
    assert "Hulp gevraagd door RIEC Rijndal" in haven.get("/").content.decode()
    for ander in (NLA, "zorgdeelnemer@haven"):
        assert keten.regio.client(ander).get(f"/casussen/zorgmeldingen/{melding.pk}").status_code == 404
    antwoord = haven.post(
        f"/casussen/zorgmeldingen/{melding.pk}", {"kan": "ja", "antwoord": "Bel de nachtdienst"}
    )
    assert antwoord.status_code == 302
    assert "Hulp gevraagd" not in haven.get("/").content.decode()
    assert (
        "Bel de nachtdienst"
        in keten.regio.client(REGIE).get(f"/casussen/actiedagen/{dag.pk}").content.decode()
    )


@pytest.mark.rij("CAS-05")
def test_elke_partner_antwoordt_voor_zichzelf_en_vertelt_wat_het_opleverde(keten: Keten) -> None:
    keten.weeg()
    dag = _plan(keten, dag=klok.vandaag())
    rollen = {code: _vraag(keten, dag, code) for code in ("nla", "politie")}
    adres = f"/casussen/actiedagen/{dag.pk}"
    nla, politie, regie = (keten.regio.client(w) for w in (NLA, POLITIE, REGIE))
    assert "Zeg of je partner meedoet" in nla.get("/").content.decode()
    assert (
        nla.post(f"{adres}/rollen/{rollen['politie'].pk}/antwoord", {"mee": "ja", "versie": 1}).status_code
        == 404
    )
    assert (
        nla.post(f"{adres}/rollen/{rollen['nla'].pk}/antwoord", {"mee": "nee", "versie": 1}).status_code
        == 422
    )
    assert (
        nla.post(f"{adres}/rollen/{rollen['nla'].pk}/antwoord", {"mee": "ja", "versie": 1}).status_code == 302
    )
    geen = {"mee": "nee", "reden": "geen capaciteit", "versie": 1}
    assert politie.post(f"{adres}/rollen/{rollen['politie'].pk}/antwoord", geen).status_code == 302
    zorg = {"aan": str(keten.regio.partner("haven").pk), "wie": "mannen", "vraag": "bedden"}
    assert nla.post(f"{adres}/zorg", zorg).status_code == 404, "alleen de regie vraagt de zorg"
    assert regie.post(f"{adres}/zorg", zorg).status_code == 302
    (melding,) = _als(keten, HAVEN, lambda door: list(queries.wachtende_zorgmeldingen(door=door)))
    keten.regio.client(HAVEN).post(
        f"/casussen/zorgmeldingen/{melding.pk}", {"kan": "ja", "antwoord": "klaar"}
    )
    assert regie.post(f"{adres}/status", {"naar": "gaat_door", "versie": 1}).status_code == 302
    assert regie.post(f"{adres}/status", {"naar": "afgelast", "reden": "x", "versie": 1}).status_code == 409
    assert regie.post(f"{adres}/status", {"naar": "geweest", "versie": 2}).status_code == 302
    gevonden = {"resultaat": "Elf mannen gehoord", "versie": 2}
    assert nla.post(f"{adres}/rollen/{rollen['nla'].pk}/resultaat", gevonden).status_code == 302
    assert politie.post(f"{adres}/rollen/{rollen['politie'].pk}/resultaat", gevonden).status_code == 422
    pagina = politie.get(adres).content.decode()
    for zin in ("Elf mannen gehoord", "geen capaciteit", "doel van nla", "art. 5:15 Awb", "Geweest"):
        assert zin in pagina
    assert "Actiedagen" in politie.get(f"/casussen/{keten.casus_id}").content.decode()


@pytest.mark.rij("CAS-05")
def test_wie_te_laat_antwoordt_overschrijft_niets_en_wie_er_niet_bij_hoort_vindt_de_dag_niet(
    keten: Keten,
) -> None:
    keten.weeg()
    dag = _plan(keten)
    rol = _vraag(keten, dag, "nla")
    _antwoord(keten, NLA, rol)
    with pytest.raises(Verouderd):
        _antwoord(keten, NLA, rol, versie=1)
    with pytest.raises(Bezwaar, match="Betrek eerst"):
        _vraag(keten, dag, "lindemeer")
    for ander in ("aandachtsfunctionaris@lindemeer", HAVEN, "toezichthouder@nla"):
        assert keten.regio.client(ander).get(f"/casussen/actiedagen/{dag.pk}").status_code == 404


def test_de_regel_zegt_alles_wat_nog_mist_tegelijk() -> None:
    dag = klok.vandaag()
    nee = bezwaren_status(
        van="gepland", naar="gaat_door", rollen=["gevraagd"], zorg=[None], dag=dag, vandaag=dag, reden=""
    )
    assert len(nee) == 3
    assert bezwaren_status(van="gepland", naar="geweest", rollen=[], zorg=[], dag=dag, vandaag=dag, reden="")
    assert bezwaren_status(
        van="gaat_door", naar="afgelast", rollen=[], zorg=[], dag=dag, vandaag=dag, reden=" "
    )
    assert not bezwaren_status(
        van="gepland",
        naar="gaat_door",
        rollen=["aanvaard"],
        zorg=[False, True],
        dag=dag,
        vandaag=dag,
        reden="",
    )
