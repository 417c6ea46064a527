# SPDX-License-Identifier: EUPL-1.2
"""A case and what is weighed, proposed, done and learnt in it (report p. 133-136).

A `Casus` is a closed Stuk of the partner that holds the regie; its step is `stuk.fase`. What partners know
stays
theirs: signals and dossierstukken are Stukken of their own, shared one by one. Rows that are written inside
the case carry `deel`: part 2 does not exist for a function that sits in part 1 only (report p. 139).
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.casus import rules
from schakel.convenant.models import Stuk
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.melding import rules as melding
from schakel.partner.models import Functie, Gemeente, Partner

DELEN = [(1, _("Deel 1, met de regiocoördinator")), (2, _("Deel 2, zonder de regiocoördinator"))]


def _deel() -> "models.PositiveSmallIntegerField[Any, Any]":
    return models.PositiveSmallIntegerField(choices=DELEN, default=1)


class Casustype(models.Model):
    """A kind of case, and the body that takes it; the region adds its own (CAS-08)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=100, unique=True)
    route = models.CharField(max_length=12, choices=rules.Route.choices)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Casus(models.Model):
    """The header of a case. `werktitel` names no person; `eigenaar_id` is the partner that holds the
    regie."""

    stuk = models.OneToOneField(Stuk, primary_key=True, on_delete=models.CASCADE, related_name="casus")
    eigenaar_id = models.UUIDField()
    kenmerk = models.CharField(max_length=14, unique=True)
    soort = models.CharField(max_length=10, choices=rules.CasusSoort.choices)
    type = models.ForeignKey(Casustype, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    werktitel = VersleuteldVeld()
    vormen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    gemeenten = models.ManyToManyField(Gemeente, blank=True, related_name="+")
    casemanager = models.ForeignKey(
        Functie, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    spoed_op = models.DateTimeField(null=True, blank=True)
    spoed_reden = VersleuteldVeld(null=True, blank=True)
    spoed_functie = models.CharField(
        max_length=150, blank=True, help_text="bevoegde functie die is geraadpleegd"
    )
    compleet_op = models.DateTimeField(
        null=True, blank=True, help_text="dossier compleet: klaar voor het overleg"
    )
    geopend_op = models.DateTimeField()
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    afgesloten_reden = models.CharField(max_length=20, choices=rules.Sluitreden.choices, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-geopend_op",)
        indexes = [models.Index(fields=["eigenaar_id", "-geopend_op"], name="casus_eigenaar")]
        constraints = [
            models.UniqueConstraint(fields=["stuk", "eigenaar_id"], name="casus_stuk_eigenaar"),
            models.CheckConstraint(
                condition=models.Q(afgesloten_op__isnull=True, afgesloten_reden="")
                | (models.Q(afgesloten_op__isnull=False) & ~models.Q(afgesloten_reden="")),
                name="casus_sluiten_met_reden",
            ),
            models.CheckConstraint(
                condition=models.Q(spoed_op__isnull=True)
                | (models.Q(spoed_reden__isnull=False) & ~models.Q(spoed_functie="")),
                name="casus_spoed_met_reden",
            ),
        ]


class CasusSignaal(models.Model):
    """A signal belongs to a case. A reader sees the link only when they may see the signal itself."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="signalen")
    signaal = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="+")
    signaal_eigenaar_id = models.UUIDField()
    ingebracht_op = models.DateTimeField()
    ingebracht_door = models.UUIDField()
    teruggekoppeld_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("ingebracht_op", "pk")
        constraints = [models.UniqueConstraint(fields=["casus", "signaal"], name="casussignaal_uniek")]


class Stap(models.Model):
    """One entry of the history: an arrow between steps, or (`van` = `naar`) a change of the header."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="stappen")
    van = models.CharField(max_length=20)
    naar = models.CharField(max_length=20)
    reden = VersleuteldVeld()
    deel = _deel()
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    door = models.UUIDField()
    op = models.DateTimeField()
    versie = models.PositiveIntegerField(help_text="versie van de casus na deze stap")

    class Meta:
        ordering = ("versie",)
        constraints = [models.UniqueConstraint(fields=["casus", "versie"], name="stap_versie")]


class Dossierstuk(models.Model):
    """A piece brought by a partner: its own Stuk, whose contents are Gegevens. Colleagues of the bringer see
    their
    organisation's piece as they see its signals; that it belongs to this case only betrokkenen know."""

    stuk = models.OneToOneField(Stuk, primary_key=True, on_delete=models.CASCADE, related_name="dossierstuk")
    eigenaar_id = models.UUIDField()
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="dossierstukken")
    aard = models.CharField(max_length=20, choices=rules.Aard.choices)
    datum = models.DateField(null=True, blank=True)
    ingebracht_op = models.DateTimeField()

    class Meta:
        ordering = ("ingebracht_op", "pk")


class Weging(models.Model):
    """A view of one weigher, or the joint outcome; written once, never changed (CAS-03).

    `criteria`: {code: value of `rules.weging.NIVEAUS`}; `kwalificatie`: {element: [codes]} of the version of
    the law
    in force on `feiten_op`. A joint weging closes its `ronde`; the individual views of that round stay
    beside it.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="wegingen")
    deel = _deel()
    soort = models.CharField(max_length=12, choices=rules.WegingSoort.choices)
    ronde = models.PositiveSmallIntegerField(default=1)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    weger = models.UUIDField()
    criteria = models.JSONField(default=dict)
    criteria_versie = models.CharField(max_length=20)
    feiten_op = models.DateField()
    kwalificatie = models.JSONField(default=dict)
    kwalificatie_versie = models.CharField(max_length=20)
    uitkomst = models.CharField(max_length=20, choices=rules.Uitkomst.choices)
    motivering = VersleuteldVeld()
    overleg_kenmerk = models.CharField(max_length=14, blank=True)
    vastgesteld_op = models.DateTimeField()

    class Meta:
        ordering = ("ronde", "-soort", "vastgesteld_op")
        constraints = [
            models.UniqueConstraint(
                fields=["casus", "ronde"],
                condition=models.Q(soort="gezamenlijk"),
                name="weging_een_uitkomst_per_ronde",
            )
        ]


class Interventie(models.Model):
    """One measure of the advice. `soort` is a code of the catalogue (`rules.catalogus`), with its competent
    body."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="interventies")
    casus_eigenaar_id = models.UUIDField()
    deel = _deel()
    soort = models.CharField(max_length=40)
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="+", help_text="wie voorstelde"
    )
    uitvoerder = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    doel = VersleuteldVeld()
    effect_slachtoffer = VersleuteldVeld(null=True, blank=True)
    focus = models.CharField(
        max_length=15, choices=rules.Focus.choices, blank=True, help_text="op wie de maatregel is gericht"
    )
    grondslag = models.CharField(max_length=30, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=1)
    termijn = models.DateField(null=True, blank=True)
    status = models.CharField(
        max_length=12, choices=rules.InterventieStatus.choices, default=rules.InterventieStatus.VOORGESTELD
    )
    casemanager = models.ForeignKey(
        Functie, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    voortgang = VersleuteldVeld(null=True, blank=True)
    voortgang_op = models.DateTimeField(null=True, blank=True)
    weigerreden = VersleuteldVeld(null=True, blank=True)
    resultaat = VersleuteldVeld(null=True, blank=True)
    voorgesteld_op = models.DateTimeField()
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    afgerond_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("volgorde", "voorgesteld_op", "pk")
        indexes = [models.Index(fields=["uitvoerder", "status"], name="interventie_uitvoerder")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="voorgesteld") | models.Q(effect_slachtoffer__isnull=False),
                name="interventie_effect_slachtoffer",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="geweigerd") | models.Q(weigerreden__isnull=False),
                name="interventie_weigerreden",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="uitgevoerd") | models.Q(resultaat__isnull=False),
                name="interventie_resultaat",
            ),
        ]


class Evaluatie(models.Model):
    """Goal against result, lessons, and what the reporter may hear (CAS-06); written once."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="evaluaties")
    deel = _deel()
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    door = models.UUIDField()
    doel_bereikt = models.CharField(max_length=10, choices=rules.DoelBereikt.choices)
    resultaat = VersleuteldVeld()
    lessen = VersleuteldVeld(null=True, blank=True)
    uitkomst_melder = models.CharField(max_length=20, choices=melding.Uitkomst.choices)
    toelichting_melder = VersleuteldVeld(null=True, blank=True)
    op = models.DateTimeField()

    class Meta:
        ordering = ("op",)
