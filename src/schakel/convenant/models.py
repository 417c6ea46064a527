# SPDX-License-Identifier: EUPL-1.2
"""Agreements as data, and the objects that the sharing rule speaks of.

`Stuk` is anything with an owner that can be shared (melding, signaal, casus, dossierstuk …): the rooms give their own
tables the same primary key. `Gegeven` is one piece of information on a Stuk, with its category and handeling: what is
a *field* in delen.md is a *row* here, so that the database itself can enforce the rule per field.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from schakel.convenant import rules
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.partner.models import Partner


def _keuzes(soort: type) -> list[tuple[str, str]]:
    return [(w.value, w.value) for w in soort]  # type: ignore[attr-defined]  # StrEnum classes only


class Grondslag(models.Model):
    """A legal regime (recht.md): what a rule points at. `merk` says how sure the text is; unconfirmed ones say so."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    code = models.CharField(max_length=30)
    naam = models.CharField(max_length=200)
    artikel = models.CharField(max_length=200, blank=True)
    maakt_mogelijk = models.CharField(max_length=300, blank=True)
    beperkingen = models.TextField(blank=True)
    bron = models.CharField(max_length=200, blank=True)
    merk = models.CharField(max_length=40, default="aanname")
    geldig_van = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)
    bevestigd_door = models.UUIDField(null=True, blank=True)
    bevestigd_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("code", "geldig_van")
        constraints = [models.UniqueConstraint(fields=["code", "geldig_van"], name="grondslag_code_van")]

    def __str__(self) -> str:
        return self.code


class Convenant(models.Model):
    """An agreement between partners, with its life: signing, notification, evaluation, expiry, successor (CNV-01)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=40, default="convenant")
    doel = models.TextField(blank=True)
    regime = models.CharField(max_length=30, blank=True, help_text="code of the Grondslag: WGS-RIEC, WGS-ZVH, AVG-6 …")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="convenanten")
    opvolger = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="voorgangers")
    aangemeld_bij = models.CharField(max_length=100, blank=True)
    aangemeld_op = models.DateField(null=True, blank=True)
    kosten = models.CharField(max_length=300, blank=True)
    bijlagen = models.TextField(blank=True)
    evaluatie_op = models.DateField(null=True, blank=True)
    waarschuw_dagen = models.PositiveSmallIntegerField(default=90)
    opgezegd_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class ConvenantVersie(models.Model):
    """One version of the text and its rules; a fixed version never changes. `einde` is the last valid day."""

    class Status(models.TextChoices):
        CONCEPT = "concept", "Concept"
        VASTGESTELD = "vastgesteld", "Vastgesteld"

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    convenant = models.ForeignKey(Convenant, on_delete=models.CASCADE, related_name="versies")
    nummer = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.CONCEPT)
    ingang = models.DateField()
    einde = models.DateField(null=True, blank=True)
    regelset = models.CharField(max_length=20, blank=True, help_text="2012, 2025 or empty for an own set")
    vastgesteld_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("convenant", "nummer")
        constraints = [models.UniqueConstraint(fields=["convenant", "nummer"], name="convenantversie_nummer")]

    def __str__(self) -> str:
        return f"{self.convenant} v{self.nummer}"


class Partij(models.Model):
    """A partner's standing under a convenant, with the date of its own signature (CNV-01, PAR-01)."""

    class Status(models.TextChoices):
        PARTIJ = "partij", "Partij"
        INDIRECT = "indirect", "Indirect aangesloten"
        BEOOGD = "beoogd", "Beoogd"

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    convenant = models.ForeignKey(Convenant, on_delete=models.CASCADE, related_name="partijen")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="partij_bij")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PARTIJ)
    namens = models.CharField(max_length=200, blank=True, help_text="mede namens")
    ondertekend_op = models.DateField(null=True, blank=True)
    uitgetreden_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["convenant", "partner"], name="partij_uniek")]


class Regel(models.Model):
    """One row of the deelmatrix (CNV-02); the shape is `rules.Regel`."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    versie = models.ForeignKey(ConvenantVersie, on_delete=models.CASCADE, related_name="regels")
    code = models.CharField(max_length=30)
    van = models.CharField(max_length=20, help_text="kind of partner, * = all")
    naar = models.CharField(max_length=20, help_text="kind of partner, * = all")
    naar_functie = models.CharField(max_length=30, blank=True)
    naar_deel = models.PositiveSmallIntegerField(null=True, blank=True)
    categorie = models.CharField(max_length=30, choices=_keuzes(rules.Categorie))
    fasen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    doelen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    grondslag = models.CharField(max_length=30, blank=True)
    artikel = models.CharField(max_length=200, blank=True)
    wijze = models.CharField(max_length=20, choices=_keuzes(rules.Wijze), default=rules.Wijze.VOLLEDIG)
    voorwaarden = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    geldig_van = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        ordering = ("versie", "code")
        constraints = [models.UniqueConstraint(fields=["versie", "code"], name="regel_code")]


class Stuk(models.Model):
    """An object with an owner. `besloten`: only those named in `Betrokkene` see it, also within the owner (casus,
    closed compartment). `embargo_tot`: hidden from other partners before that day; 9999-12-31 = until lifted."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    soort = models.CharField(max_length=20, choices=_keuzes(rules.StukSoort))
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    besloten = models.BooleanField(default=False)
    handeling = models.CharField(max_length=20, choices=_keuzes(rules.Handeling), default=rules.Handeling.KETEN)
    embargo_tot = models.DateField(null=True, blank=True)
    fase = models.CharField(max_length=20, choices=_keuzes(rules.Fase), default=rules.Fase.DETECTIE)
    gemaakt_op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["eigenaar", "soort", "-gemaakt_op"], name="stuk_eigenaar")]
        constraints = [models.UniqueConstraint(fields=["id", "eigenaar"], name="stuk_id_eigenaar")]


class Betrokkene(models.Model):
    """A named colleague who sees a closed object (and their stand-in), at the owner or at another partner."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="betrokkenen")
    eigenaar_id = models.UUIDField()
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    gebruiker = models.ForeignKey("toegang.Gebruiker", on_delete=models.CASCADE, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["gebruiker", "stuk"], name="betrokkene_gebruiker")]


class Genoemd(models.Model):
    """A partner named by the owner: condition of handeling `genoemd`."""

    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="genoemden")
    eigenaar_id = models.UUIDField()
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stuk", "partner"], name="genoemd_uniek")]


class Gegeven(models.Model):
    """One piece of information. `inhoud` is JSON whose shape belongs to its `soort` (signaal.rules.gegevens)."""

    class Zekerheid(models.TextChoices):
        EIGEN_WAARNEMING = "eigen_waarneming", "Eigen waarneming"
        HOREN_ZEGGEN = "horen_zeggen", "Van horen zeggen"
        DOCUMENT = "document", "Document"
        SYSTEEM = "systeem", "Uit een systeem"
        NIET_PLUIS = "niet_pluis", "Niet-pluisgevoel"

    class ProcesVerbaal(models.TextChoices):
        JA = "ja", "Bruikbaar voor proces-verbaal"
        NEE = "nee", "Niet bruikbaar voor proces-verbaal"
        OVERLEG = "na_overleg", "Alleen na overleg"

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="gegevens")
    eigenaar_id = models.UUIDField()
    soort = models.CharField(max_length=20)
    categorie = models.CharField(max_length=30, choices=_keuzes(rules.Categorie))
    handeling = models.CharField(max_length=20, choices=_keuzes(rules.Handeling), default=rules.Handeling.KETEN)
    embargo_tot = models.DateField(null=True, blank=True)
    proces_verbaal = models.CharField(max_length=12, choices=ProcesVerbaal.choices, default=ProcesVerbaal.OVERLEG)
    niet_fiscaal = models.BooleanField(default=False)
    niet_strafrechtelijk = models.BooleanField(default=False)
    zekerheid = models.CharField(max_length=20, choices=Zekerheid.choices, default=Zekerheid.EIGEN_WAARNEMING)
    datum = models.DateField(null=True, blank=True)
    bewaren_tot = models.DateField(null=True, blank=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField(null=True, blank=True)
    inhoud = VersleuteldJson()

    class Meta:
        indexes = [models.Index(fields=["stuk", "soort"], name="gegeven_stuk")]
        constraints = [models.UniqueConstraint(fields=["id", "eigenaar_id"], name="gegeven_id_eigenaar")]


class GegevenBron(models.Model):
    """Who told it, kept apart from what was told (CNV-06). `beschermd`: only the bringing partner ever sees it."""

    gegeven = models.OneToOneField(Gegeven, primary_key=True, on_delete=models.CASCADE, related_name="bron")
    eigenaar_id = models.UUIDField()
    beschermd = models.BooleanField(default=True)
    inhoud = VersleuteldVeld()


class Zoekwoord(models.Model):
    """A keyed word (64-bit HMAC of a stem, name part or prefix) of a Gegeven, in place of full text (huis.md §4)."""

    woord = models.BigIntegerField()
    gegeven = models.ForeignKey(Gegeven, on_delete=models.CASCADE, related_name="+")
    stuk_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["woord", "stuk_id"], name="zoekwoord_woord")]


class Verstrekking(models.Model):
    """One act of sharing, with everything Wpg art. 20 wants recorded (CNV-03). `einde` is the last valid day.

    `casus`: purpose-bound; then only those betrokken bij that casus at the receiver see it. A verstrekking that needs
    a second person counts from the moment `tweede_persoon` is filled.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="verstrekkingen")
    van_partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan_partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan_functie = models.CharField(max_length=30, blank=True)
    casus = models.ForeignKey(Stuk, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    stuk_besloten = models.BooleanField(default=False)
    categorieen = ArrayField(models.CharField(max_length=30))
    doel = models.CharField(max_length=20, choices=_keuzes(rules.Doel))
    grondslag = models.CharField(max_length=30, blank=True)
    fase = models.CharField(max_length=20, choices=_keuzes(rules.Fase))
    deel = models.PositiveSmallIntegerField(null=True, blank=True)
    versie = models.ForeignKey(ConvenantVersie, on_delete=models.PROTECT, related_name="verstrekkingen")
    regels = ArrayField(models.CharField(max_length=30))
    voorwaarden = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    geanonimiseerd = models.BooleanField(default=False)
    motivering = VersleuteldVeld(null=True, blank=True)
    begin = models.DateField()
    einde = models.DateField()
    door = models.UUIDField()
    gemaakt_op = models.DateTimeField()
    wacht_op_tweede = models.BooleanField(default=False)
    tweede_persoon = models.UUIDField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.UUIDField(null=True, blank=True)
    intrek_reden = VersleuteldVeld(null=True, blank=True)

    class Meta:
        ordering = ("-gemaakt_op",)
        indexes = [models.Index(fields=["aan_partner", "stuk"], name="verstrekking_aan")]
        constraints = [
            models.CheckConstraint(condition=models.Q(begin__lte=models.F("einde")), name="verstrekking_termijn"),
            models.CheckConstraint(condition=~models.Q(van_partner=models.F("aan_partner")), name="verstrekking_partners"),
        ]


class Toegekend(models.Model):
    """The view `convenant_toegekend`: what verstrekkingen in force give to the actor of this transaction, now.

    One row per verstrekking and category. Both the row-level policies and the filter `queries.zichtbaar` read it.
    """

    verstrekking = models.OneToOneField(Verstrekking, primary_key=True, on_delete=models.DO_NOTHING, related_name="+")
    stuk_id = models.UUIDField()
    categorie = models.CharField(max_length=30)

    class Meta:
        managed = False
        db_table = "convenant_toegekend"
