# SPDX-License-Identifier: EUPL-1.2
"""Who takes part: organisations, the functions they fill, the areas they serve, the bodies they meet in.

Everything has dates, because 2012 and today must both be representable (PAR-04): `tot` is the last valid day, an empty
`tot` means "until further notice". No table here holds data about victims or suspects.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from schakel.kern.ids import nieuw_id


class PartnerSoort(models.TextChoices):
    """Kind of partner; the rules of a convenant speak of kinds (delen.md, Words)."""

    GEMEENTE = "gemeente", "Gemeente"
    PROVINCIE = "provincie", "Provincie"
    POLITIE = "politie", "Politie"
    KMAR = "kmar", "Koninklijke Marechaussee"
    OM = "om", "Openbaar Ministerie"
    BELASTINGDIENST = "belastingdienst", "Belastingdienst"
    FIOD = "fiod", "FIOD"
    NLA = "nla", "Nederlandse Arbeidsinspectie"
    NVWA = "nvwa", "NVWA"
    IND = "ind", "IND"
    DTV = "dtv", "Dienst Terugkeer en Vertrek"
    COA = "coa", "COA"
    UWV = "uwv", "UWV"
    SVB = "svb", "SVB"
    KVK = "kvk", "Kamer van Koophandel"
    RIEC = "riec", "RIEC"
    ZVH = "zvh", "Zorg- en Veiligheidshuis"
    GGD = "ggd", "GGD"
    ZORG = "zorg", "Zorginstelling"
    OPVANG = "opvang", "Opvanginstelling"
    JEUGD = "jeugd", "Jeugdzorg of gecertificeerde instelling"
    VOOGDIJ = "voogdij", "Voogdij (Nidos)"
    RECLASSERING = "reclassering", "Reclassering"
    RVDK = "rvdk", "Raad voor de Kinderbescherming"
    COMENSHA = "comensha", "CoMensha"
    CORPORATIE = "corporatie", "Woningcorporatie"
    BRANCHE = "branche", "Brancheorganisatie of bedrijf"
    ADVOCATUUR = "advocatuur", "Advocatuur"
    OVERIG = "overig", "Overig"


class Rechtsvorm(models.TextChoices):
    PUBLIEK = "publiek", "Publiek"
    PRIVAAT = "privaat", "Privaat"
    WETTELIJKE_TAAK = "wettelijke_taak", "Privaat met wettelijke taak"
    SAMENWERKING = "samenwerking", "Samenwerkingsverband"


class Partner(models.Model):
    """An organisation in the chain. `kan` says what it can do there: signaleren, interveniëren, zorg, …"""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    code = models.SlugField(max_length=40, unique=True)
    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=20, choices=PartnerSoort.choices)
    rechtsvorm = models.CharField(max_length=20, choices=Rechtsvorm.choices, default=Rechtsvorm.PUBLIEK)
    kan = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    werkgebied = models.CharField(max_length=200, blank=True)
    telefoon = models.CharField(max_length=40, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    opvolger = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="voorgangers"
    )

    class Meta:
        ordering = ("naam",)
        constraints = [
            models.CheckConstraint(condition=Q(van__isnull=True) | Q(tot__isnull=True) | Q(van__lte=models.F("tot")),
                                   name="partner_van_voor_tot")
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.naam


class PartnerNaam(models.Model):
    """A name that is or was in use for a partner; searching an old name finds the present organisation (PAR-01)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="namen")
    naam = models.CharField(max_length=200)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.naam


class Gemeente(models.Model):
    """A municipality as a place; the municipality as an organisation is its `partner`."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=100)
    cbs = models.CharField(max_length=6, blank=True)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="gemeenten")
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Domein(models.TextChoices):
    """The domains in which a municipality belongs to different areas (PAR-04)."""

    POLITIE = "politie", "Politie"
    ARRONDISSEMENT = "arrondissement", "Arrondissement"
    BELASTING = "belasting", "Belastingdienst"
    VEILIGHEID = "veiligheid", "Veiligheidsregio"
    ZORG = "zorg", "Zorgregio"
    VROUWENOPVANG = "vrouwenopvang", "Centrumgemeente vrouwenopvang"
    MAATSCHAPPELIJKE_OPVANG = "maatschappelijke_opvang", "Centrumgemeente maatschappelijke opvang"
    VERSLAVINGSBELEID = "verslavingsbeleid", "Centrumgemeente verslavingsbeleid"


class Gebied(models.Model):
    """An area of one domain: a police region, a court district, a care region."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    domein = models.CharField(max_length=30, choices=Domein.choices)
    naam = models.CharField(max_length=100)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("domein", "naam")

    def __str__(self) -> str:
        return self.naam


class Indeling(models.Model):
    """A municipality belongs to an area from … to …; announced but uncertain divisions are stored as such."""

    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="indelingen")
    gebied = models.ForeignKey(Gebied, on_delete=models.CASCADE, related_name="indelingen")
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    zekerheid = models.CharField(max_length=100, default="vast")
    bron = models.CharField(max_length=100, blank=True)


class Rol(models.TextChoices):
    """The roles that carry rights. A function is named freely by its partner; its role says what it may see."""

    AANDACHTSFUNCTIONARIS = "aandachtsfunctionaris", "Aandachtsfunctionaris / gemeentelijke ketenregisseur"
    KETENREGISSEUR = "ketenregisseur", "Regionale ketenregisseur"
    REGIOCOORDINATOR = "regiocoordinator", "Regiocoördinator (zorgcoördinator)"
    CASUSDEELNEMER = "casusdeelnemer", "Casusdeelnemer"
    ZORGDEELNEMER = "zorgdeelnemer", "Zorgdeelnemer"
    TOEZICHTHOUDER = "toezichthouder", "Toezichthouder"
    STUURGROEPLID = "stuurgroeplid", "Stuurgroeplid"
    ZORGGROEPLID = "zorggroeplid", "Zorggroeplid"
    BESTUURLIJK_TREKKER = "bestuurlijk_trekker", "Bestuurlijk trekker"
    MELDER = "melder", "Melder binnen een partner"
    PRIVACYFUNCTIONARIS = "privacyfunctionaris", "Privacyfunctionaris (FG)"
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder", "Functioneel beheerder"
    AANSPREEKPUNT = "aanspreekpunt", "Aanspreekpunt zonder rechten in Schakel"


class Voorziening(models.TextChoices):
    """Whether the region provides for the function at all (PAR-03); vacancy itself follows from the Bezetting."""

    VOORZIEN = "voorzien", "Voorzien"
    GEPLAND = "gepland", "Gepland"
    NIET_VOORZIEN = "niet_voorzien", "Niet voorzien"


class Functie(models.Model):
    """A place to be filled at a partner: contact hangs on the function, never on one person (PAR-02)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="functies")
    naam = models.CharField(max_length=150)
    rol = models.CharField(max_length=30, choices=Rol.choices)
    thema = models.CharField(max_length=100, blank=True)
    vormen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    gemeenten = models.ManyToManyField(Gemeente, blank=True, related_name="functies")
    bereik = models.CharField(max_length=100, blank=True)
    mandaat = models.TextField(blank=True)
    voorziening = models.CharField(max_length=20, choices=Voorziening.choices, default=Voorziening.VOORZIEN)
    telefoon = models.CharField(max_length=40, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("partner__naam", "naam")

    def __str__(self) -> str:
        return self.naam


class Bezetting(models.Model):
    """A person fills a function, as holder or as stand-in (plaatsvervanger), from … to …"""

    class Soort(models.TextChoices):
        HOUDER = "houder", "Houder"
        PLAATSVERVANGER = "plaatsvervanger", "Plaatsvervanger"

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    functie = models.ForeignKey(Functie, on_delete=models.CASCADE, related_name="bezettingen")
    gebruiker = models.ForeignKey("toegang.Gebruiker", on_delete=models.CASCADE, related_name="bezettingen")
    soort = models.CharField(max_length=20, choices=Soort.choices, default=Soort.HOUDER)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["gebruiker", "van"])]


class Waarneming(models.Model):
    """A function of one partner is looked after by a function elsewhere, with scope and end (PAR-03, Drenthe)."""

    functie = models.ForeignKey(Functie, on_delete=models.CASCADE, related_name="waarnemingen")
    door = models.ForeignKey(Functie, on_delete=models.CASCADE, related_name="neemt_waar")
    omvang = models.CharField(max_length=200)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)


class Orgaan(models.Model):
    """A body that meets: casusoverleg, regiegroep, stuurgroep, zorggroep, ketenregieteam … (PAR-05)."""

    class Niveau(models.TextChoices):
        STRATEGISCH = "strategisch", "Strategisch"
        BESTUREND = "besturend", "Besturend"
        TACTISCH = "tactisch", "Tactisch"
        OPERATIONEEL = "operationeel", "Operationeel"
        LOKAAL = "lokaal", "Lokaal"
        PROJECT = "project", "Project"
        ADVISEREND = "adviserend", "Adviserend"

    class Status(models.TextChoices):
        ACTIEF = "actief", "Actief"
        GEPLAND = "gepland", "Gepland"
        NIET_OPGEZET = "niet_opgezet", "Niet opgezet"
        VERVALLEN = "vervallen", "Vervallen"
        ONBEKEND = "onbekend", "Onbekend"

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=200)
    niveau = models.CharField(max_length=20, choices=Niveau.choices)
    doel = models.TextField(blank=True)
    vormen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    keten = models.CharField(
        max_length=10, choices=[("aanpak", "Ketenaanpak"), ("zorg", "Zorgketen")], default="aanpak"
    )
    gelaagd = models.BooleanField(default=False, help_text="deel 1 met, deel 2 zonder de regiocoördinator")
    secretariaat = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    voorzitter = models.CharField(max_length=150, blank=True)
    ritme = models.CharField(max_length=100, blank=True)
    ritme_weken = models.PositiveSmallIntegerField(null=True, blank=True)
    rapporteert_aan = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.ACTIEF)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class OrgaanLid(models.Model):
    """A partner sits in a body through a role, in part 1, part 2 or both (layered casusoverleg, report p. 139)."""

    class Soort(models.TextChoices):
        VAST = "vast", "Vast"
        CASUSAFHANKELIJK = "casusafhankelijk", "Casusafhankelijk"
        AGENDA = "agenda", "Agendalid"

    orgaan = models.ForeignKey(Orgaan, on_delete=models.CASCADE, related_name="leden")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="lidmaatschappen")
    rol = models.CharField(max_length=30, choices=Rol.choices)
    soort = models.CharField(max_length=20, choices=Soort.choices, default=Soort.VAST)
    delen = ArrayField(models.PositiveSmallIntegerField(), default=list)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
