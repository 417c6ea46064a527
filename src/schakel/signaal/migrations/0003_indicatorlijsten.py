# SPDX-License-Identifier: EUPL-1.2
"""The shipped lists of indicators, as their first version."""

from django.db import migrations

from schakel.signaal.actions.indicatoren import laad


def _laad(apps, schema_editor):
    laad(
        apps.get_model("signaal", "Indicatorlijst"),
        apps.get_model("signaal", "Indicator"),
        using=schema_editor.connection.alias,
    )


class Migration(migrations.Migration):
    dependencies = [("signaal", "0002_muren_in_de_database")]
    operations = [migrations.RunPython(_laad, migrations.RunPython.noop)]
