# SPDX-License-Identifier: EUPL-1.2
"""The supplied models, from `gegevens/modellen-2026.toml`."""

from django.db import migrations

from schakel.barriere import rules
from schakel.kern.ids import vast_id


def laad(apps, schema_editor):
    alias = schema_editor.connection.alias
    model, barriere = apps.get_model("barriere", "Barrieremodel"), apps.get_model("barriere", "Barriere")
    gegevens = rules.bestand()
    for code, rij in gegevens.items():
        if code in ("barriere", "deel"):
            continue
        gemaakt = model.objects.using(alias).create(
            id=vast_id("barrieremodel", code), code=code, naam=rij["naam"], bron=rij["bron"]
        )
        barriere.objects.using(alias).bulk_create(
            barriere(id=vast_id("barriere", code, b), model=gemaakt, code=b, volgorde=nr, **gegevens["barriere"][b])
            for nr, b in enumerate(rij["barrieres"], 1)
        )


class Migration(migrations.Migration):
    dependencies = [("barriere", "0001_initial")]
    operations = [migrations.RunPython(laad, migrations.RunPython.noop)]
