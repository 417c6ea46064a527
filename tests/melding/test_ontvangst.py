# SPDX-License-Identifier: EUPL-1.2
"""Receiving: at the right meldpunt, once, with a code that only the sender has."""

from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.convenant.models import Stuk
from schakel.logboek.models import Toegang
from schakel.melding import actions, queries
from schakel.melding.actions import NieuweMelding
from schakel.melding.models import Melding
from schakel.toegang.actor import PUBLIEK


def meld(regio: Regio, *, id: UUID | None = None, **velden: object) -> tuple[Melding, str]:
    """A report of the public about Lindemeer."""
    velden = {"tekst": "Matrassen in de schuur.", "gemeente_id": regio.gemeenten["lindemeer"].pk} | velden
    with als(PUBLIEK):
        return actions.ontvang(door=PUBLIEK, id=id or uuid4(), nieuw=NieuweMelding(**velden))  # type: ignore[arg-type]


def test_een_melding_komt_bij_de_aandachtsfunctionaris_van_de_gemeente(regio: Regio) -> None:
    melding, _ = meld(regio)
    for wie, ziet in {
        "aandachtsfunctionaris@lindemeer": True,
        "aandachtsfunctionaris@veenburg": False,
        "ketenregisseur@riec": False,
        "privacyfunctionaris@lindemeer": False,
        "functioneel_beheerder@lindemeer": False,
    }.items():
        door = regio.actor(wie)
        with als(door):
            assert (queries.melding(door=door, id=melding.pk) is not None) is ziet, wie
            assert queries.lijst(door=door).exists() is ziet, wie
            assert Melding.objects.exists() is ziet, f"muur: {wie}"


def test_zonder_gemeente_komt_een_melding_bij_de_regio(regio: Regio) -> None:
    melding, _ = meld(regio, gemeente_id=None)
    assert melding.eigenaar_id == regio.partner("riec").pk


def test_twee_keer_dezelfde_inzending_wordt_een_melding_met_dezelfde_code(regio: Regio) -> None:
    id = uuid4()
    eerste, tweede = meld(regio, id=id), meld(regio, id=id)
    assert eerste[0].pk == tweede[0].pk
    assert eerste[1] == tweede[1]
    assert meld(regio)[1] != eerste[1]


def test_wie_de_melding_kent_kent_de_inzending_en_de_code_niet(regio: Regio) -> None:
    id = uuid4()
    melding, code = meld(regio, id=id)
    assert melding.pk != id
    assert meld(regio, id=melding.pk)[1] != code


def test_de_code_opent_alleen_de_eigen_melding_en_het_publiek_voegt_alleen_toe(regio: Regio) -> None:
    melding, code = meld(regio)
    meld(regio)
    with als(PUBLIEK):
        assert not Melding.objects.exists()
    with als(PUBLIEK, sleutel=queries.merk_van(code)):
        assert [m.pk for m in Melding.objects.all()] == [melding.pk]
        assert not Stuk.objects.exists()
        assert Melding.objects.update(acuut=True) == 0
        with pytest.raises(ProgrammingError), transaction.atomic():
            melding.delete()


def test_een_anonieme_melder_laat_geen_naam_achter_ook_niet_als_die_is_ingevuld(regio: Regio) -> None:
    melding, _ = meld(regio, naam="Sanne Voorbeeld", contact="0612345678")
    assert melding.melder == {}
    bekend, _ = meld(regio, naam="Sanne Voorbeeld", contact="0612345678", wijze="vertrouwelijk")
    assert bekend.melder == {"naam": "Sanne Voorbeeld", "contact": "0612345678"}


def test_ontvangen_en_lezen_laten_een_regel_achter(regio: Regio) -> None:
    melding, _ = meld(regio, naam="Sanne Voorbeeld", wijze="open")
    door = regio.actor("aandachtsfunctionaris@lindemeer")
    with als(door):
        gelezen = queries.melding(door=door, id=melding.pk)
        assert gelezen is not None
        actions.lees(door=door, melding=gelezen)
    with als(regio.actor("privacyfunctionaris@lindemeer")):
        regels = list(Toegang.objects.order_by("volgnr").values_list("functie", "handeling", "betrokkene"))
    assert [r[:2] for r in regels] == [("publiek", "schrijven"), ("aandachtsfunctionaris", "lezen")]
    assert len({r[2] for r in regels}) == 1
    assert regels[0][2] != ""


def test_een_melding_kan_geen_andere_eigenaar_dan_haar_stuk_hebben(regio: Regio) -> None:
    melding, _ = meld(regio)
    door = regio.actor("aandachtsfunctionaris@veenburg")
    vals = Melding(
        stuk_id=melding.pk, eigenaar_id=door.partner_id, kenmerk="MEL-1", kanaal="web", code_merk=b"x" * 16,
        ontvangen_op=melding.ontvangen_op, tekst="",
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic(), als(door):
        vals.save(force_insert=True)
