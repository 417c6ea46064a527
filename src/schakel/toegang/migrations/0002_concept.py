# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models

import schakel.kern.ids
import schakel.kern.versleuteling


class Migration(migrations.Migration):
    dependencies = [("toegang", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Concept",
            fields=[
                ("id", models.UUIDField(default=schakel.kern.ids.nieuw_id, editable=False, primary_key=True, serialize=False)),
                ("code_merk", models.BinaryField(max_length=16, unique=True)),
                ("pad", models.CharField(max_length=300)),
                ("inhoud", schakel.kern.versleuteling.VersleuteldJson()),
                ("gemaakt_op", models.DateTimeField(auto_now_add=True)),
            ],
        ),
    ]
