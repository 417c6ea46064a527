# SPDX-License-Identifier: EUPL-1.2
"""A day on which partners act together; the database lets none go through of which care has not said that help is ready."""
import django.db.models.deletion
import schakel.kern.ids
import schakel.kern.versleuteling
from django.db import migrations, models


PIJLEN = """
CREATE FUNCTION casus_actiedag_klopt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'gaat_door' AND OLD.status <> 'gaat_door' AND NOT EXISTS (
      SELECT FROM casus_zorgmelding WHERE actiedag_id = NEW.id AND kan) THEN
    RAISE check_violation USING MESSAGE = 'de zorg heeft niet gezegd dat er hulp klaarstaat';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER klopt BEFORE UPDATE ON casus_actiedag FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION casus_actiedag_klopt();
CREATE TRIGGER pijl BEFORE UPDATE ON casus_actiedag FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION schakel_pijl('gepland>gaat_door gepland>afgelast gaat_door>geweest gaat_door>afgelast', 'altijd');

CREATE FUNCTION casus_actierol_verloop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{status,reden,resultaat,versie}'::text[]
     IS DISTINCT FROM to_jsonb(OLD) - '{status,reden,resultaat,versie}'::text[] THEN
    RAISE insufficient_privilege USING MESSAGE = 'wat de regie vroeg verandert niet meer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verloop BEFORE UPDATE ON casus_actierol FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION casus_actierol_verloop();
CREATE TRIGGER pijl BEFORE UPDATE ON casus_actierol FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION schakel_pijl('gevraagd>aanvaard gevraagd>geweigerd aanvaard>geweigerd geweigerd>aanvaard', 'altijd');

ALTER TABLE casus_actierol ADD CONSTRAINT casus_actierol_deel FOREIGN KEY (actiedag_id, deel)
  REFERENCES casus_actiedag (id, deel) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE casus_zorgmelding ADD CONSTRAINT casus_zorgmelding_deel FOREIGN KEY (actiedag_id, deel)
  REFERENCES casus_actiedag (id, deel) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
"""
TERUG = "DROP FUNCTION casus_actiedag_klopt() CASCADE; DROP FUNCTION casus_actierol_verloop() CASCADE;"


class Migration(migrations.Migration):

    dependencies = [
        ('casus', '0008_pijlen'),
        ('partner', '0002_register'),
    ]

    operations = [
        migrations.CreateModel(
            name='Actiedag',
            fields=[
                ('id', models.UUIDField(default=schakel.kern.ids.nieuw_id, editable=False, primary_key=True, serialize=False)),
                ('deel', models.PositiveSmallIntegerField(choices=[(1, 'Deel 1, met de regiocoördinator'), (2, 'Deel 2, zonder de regiocoördinator')], default=2)),
                ('dag', models.DateField()),
                ('verzamelen', models.TimeField(blank=True, null=True)),
                ('doel', schakel.kern.versleuteling.VersleuteldVeld()),
                ('status', models.CharField(choices=[('gepland', 'In voorbereiding'), ('gaat_door', 'Gaat door'), ('geweest', 'Geweest'), ('afgelast', 'Gaat niet door')], default='gepland', max_length=10)),
                ('reden', schakel.kern.versleuteling.VersleuteldVeld(blank=True, help_text='waarom de dag niet doorging, of wat we leerden', null=True)),
                ('gemaakt_door', models.UUIDField()),
                ('gemaakt_op', models.DateTimeField()),
                ('versie', models.PositiveIntegerField(default=1)),
                ('casus', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actiedagen', to='casus.casus')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partner.partner')),
            ],
            options={
                'ordering': ('dag', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Actierol',
            fields=[
                ('id', models.UUIDField(default=schakel.kern.ids.nieuw_id, editable=False, primary_key=True, serialize=False)),
                ('deel', models.PositiveSmallIntegerField(choices=[(1, 'Deel 1, met de regiocoördinator'), (2, 'Deel 2, zonder de regiocoördinator')], default=2)),
                ('tijd', models.TimeField(blank=True, null=True)),
                ('doel', schakel.kern.versleuteling.VersleuteldVeld()),
                ('mandaat', schakel.kern.versleuteling.VersleuteldVeld()),
                ('status', models.CharField(choices=[('gevraagd', 'Gevraagd'), ('aanvaard', 'Doet mee'), ('geweigerd', 'Doet niet mee')], default='gevraagd', max_length=10)),
                ('reden', schakel.kern.versleuteling.VersleuteldVeld(blank=True, null=True)),
                ('resultaat', schakel.kern.versleuteling.VersleuteldVeld(blank=True, null=True)),
                ('versie', models.PositiveIntegerField(default=1)),
                ('actiedag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rollen', to='casus.actiedag')),
                ('casus', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casus.casus')),
                ('interventie', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='casus.interventie')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partner.partner')),
            ],
            options={
                'ordering': ('tijd', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Zorgmelding',
            fields=[
                ('id', models.UUIDField(default=schakel.kern.ids.nieuw_id, editable=False, primary_key=True, serialize=False)),
                ('deel', models.PositiveSmallIntegerField(choices=[(1, 'Deel 1, met de regiocoördinator'), (2, 'Deel 2, zonder de regiocoördinator')], default=2)),
                ('dag', models.DateField()),
                ('wie', models.CharField(choices=[('vrouwen', 'Vrouwen'), ('mannen', 'Mannen'), ('gemengd', 'Vrouwen en mannen'), ('kinderen', 'Ook kinderen'), ('onbekend', 'Nog niet bekend')], default='onbekend', max_length=12)),
                ('aantal', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('vraag', schakel.kern.versleuteling.VersleuteldVeld()),
                ('gevraagd_op', models.DateTimeField()),
                ('antwoord', schakel.kern.versleuteling.VersleuteldVeld(blank=True, null=True)),
                ('kan', models.BooleanField(null=True)),
                ('beantwoord_op', models.DateTimeField(blank=True, null=True)),
                ('beantwoord_door', models.UUIDField(blank=True, null=True)),
                ('aan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partner.partner')),
                ('actiedag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='zorgmeldingen', to='casus.actiedag')),
                ('casus', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casus.casus')),
                ('gemeente', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='partner.gemeente')),
                ('van', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partner.partner')),
            ],
            options={
                'ordering': ('gevraagd_op', 'pk'),
            },
        ),
        migrations.AddConstraint(
            model_name='actiedag',
            constraint=models.UniqueConstraint(fields=('id', 'deel'), name='actiedag_id_deel'),
        ),
        migrations.AddConstraint(
            model_name='actiedag',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'afgelast'), _negated=True), ('reden__isnull', False), _connector='OR'), name='actiedag_afgelast_met_reden'),
        ),
        migrations.AddIndex(
            model_name='actierol',
            index=models.Index(fields=['partner', 'status'], name='actierol_partner'),
        ),
        migrations.AddConstraint(
            model_name='actierol',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'geweigerd'), _negated=True), ('reden__isnull', False), _connector='OR'), name='actierol_weigering_met_reden'),
        ),
        migrations.AddIndex(
            model_name='zorgmelding',
            index=models.Index(fields=['aan', 'beantwoord_op'], name='zorgmelding_aan'),
        ),
        migrations.AddConstraint(
            model_name='zorgmelding',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('beantwoord_op__isnull', True), ('kan__isnull', True)), models.Q(('antwoord__isnull', False), ('beantwoord_op__isnull', False), ('kan__isnull', False)), _connector='OR'), name='zorgmelding_antwoord_heel'),
        ),
        migrations.RunSQL(PIJLEN, TERUG),
    ]
