# SPDX-License-Identifier: EUPL-1.2
"""The smallest proof of the second wall: without a context there is nothing, with one there is only one's own."""

from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.convenant.models import Stuk
from schakel.kern import klok


def test_zonder_context_bestaat_er_niets_en_een_ander_ziet_het_niet(regio: Regio) -> None:
    lindemeer = regio.actor("aandachtsfunctionaris@lindemeer")
    with als(lindemeer):
        Stuk.objects.create(soort="signaal", eigenaar=regio.partner("lindemeer"), gemaakt_op=klok.nu())
        assert Stuk.objects.count() == 1
    assert Stuk.objects.count() == 0
    with als(regio.actor("toezichthouder@nla")):
        assert Stuk.objects.count() == 0
    with als(lindemeer):
        assert Stuk.objects.count() == 1
