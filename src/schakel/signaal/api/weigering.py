# SPDX-License-Identifier: EUPL-1.2
"""From the refusals of the verbs to the answers of the API."""

from typing import Any

from django.http import Http404

from schakel.convenant.actions import NietToegestaan
from schakel.kern.api import Fout
from schakel.signaal import actions


def doe(actie: Any) -> Any:
    """Run a verb and turn its refusals into answers."""
    try:
        return actie()
    except PermissionError as fout:
        raise Http404 from fout
    except actions.Verouderd as fout:
        raise Fout(str(fout), status=409) from fout
    except actions.Onvolledig as fout:
        raise Fout(str(fout)) from fout
    except NietToegestaan as nee:
        redenen = [
            {"naam": "", "reden": f"{r.tekst} {r.maakt_ja}".strip(), "code": r.code}
            for r in nee.oordeel.redenen
        ]
        raise Fout("Dit mag niet gedeeld worden; zie 'fouten'.", status=403, fouten=redenen) from nee
