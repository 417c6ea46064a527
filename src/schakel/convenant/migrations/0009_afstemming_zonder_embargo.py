# SPDX-License-Identifier: EUPL-1.2
"""A check that touched no hold is written too: it takes as long as one that did."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("convenant", "0008_verstrekking_tijd")]

    operations = [
        migrations.AlterField(
            model_name="afstemming",
            name="embargo",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="convenant.embargo",
            ),
        ),
    ]
