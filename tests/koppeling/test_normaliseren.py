# SPDX-License-Identifier: EUPL-1.2
import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koppeling import normaliseren as n

ALLE = [
    n.vouw,
    n.woorden,
    n.klank,
    n.skelet,
    n.naam,
    n.voornamen,
    n.achternaam,
    n.datum,
    n.telefoon,
    n.adres,
    n.postcode,
    n.huisnummer,
    n.straat,
    n.plaats,
    n.kenteken,
    n.iban,
    n.bsn,
    n.kvk,
    n.vestiging,
    n.bedrijfsnaam,
    n.email,
    n.account,
    n.advertentie,
    n.cijfers,
]


@pytest.mark.parametrize("functie", ALLE, ids=lambda f: f.__name__)
@given(tekst=st.text(st.characters(), max_size=300))
def test_geen_tekst_laat_een_normalisatie_struikelen(functie, tekst):
    assert functie(tekst) == functie(tekst)


@given(st.text(st.characters()))
def test_vouwen_is_na_een_keer_klaar(tekst):
    assert n.vouw(n.vouw(tekst)) == n.vouw(tekst)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Piet van der Berg", (("piet",), "van der", "berg")),
        ("Berg, Piet van der", (("piet",), "van der", "berg")),
        ("BERG VAN DER, P.", (("p",), "van der", "berg")),
        ("Dhr. J.P. de Vries", (("j", "p"), "de", "vries")),
        ("Mevr. Jansen", ((), "", "jansen")),
        ("Maria", (("maria",), "", "")),
        ("Мария Иванова", (("marija",), "", "ivanova")),
        ("李小龙", (("李小龙",), "", "")),
        ("😀", ((), "", "")),
    ],
)
def test_een_naam_valt_in_delen_uiteen(tekst, verwacht):
    assert n.naam(tekst) == verwacht


@pytest.mark.parametrize(
    "namen",
    [
        ("jansen", "janssen"),
        ("meijer", "meyer", "meier"),
        ("kuijpers", "kuypers", "kuipers"),
        ("visscher", "visser"),
        ("smit", "smidt", "smith"),
        ("hendriks", "hendrix"),
        ("vries", "fries"),
        ("yusuf", "joesoef", "yousouf"),
    ],
)
def test_namen_die_gelijk_klinken_hebben_een_klank(namen):
    assert len({n.klank(naam) for naam in namen}) == 1


def test_een_vertaalde_naam_houdt_zijn_medeklinkers():
    arabisch = n.naam("محمد").voornamen[0]
    assert n.skelet(arabisch) == n.skelet("mohammed") == n.skelet("muhammad") == n.skelet("mohamed")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("12-03-1987", "1987-03-12"),
        ("1987-03-12", "1987-03-12"),
        ("1987-03-12T00:00:00", "1987-03-12"),
        ("19870312", "1987-03-12"),
        ("12031987", "1987-03-12"),
        ("12/3/87", "1987-03-12"),
        ("12 maart 1987", "1987-03-12"),
        ("March 12, 1987", "1987-03-12"),
        ("maart 1987", "1987-03-00"),
        ("±1987", "1987-00-00"),
        ("00-00-1987", "1987-00-00"),
        ("xx-xx-1987", "1987-00-00"),
        ("31-02-1987", "1987-02-00"),
        ("03-25-1987", "1987-03-25"),
        ("١٢-٠٣-١٩٨٧", "1987-03-12"),
        ("00-00-0000", "None"),
        ("99-99-9999", "None"),
        ("onbekend", "None"),
    ],
)
def test_een_datum_wordt_gelezen_zoals_mensen_hem_schrijven(tekst, verwacht):
    assert str(n.datum(tekst)) == verwacht


def test_een_geschatte_en_een_onmogelijke_datum_blijven_gemerkt():
    assert n.datum("ca. 1987").geschat
    assert n.datum("31-02-1987").fout
    assert not n.datum("12-03-1987").geschat


@pytest.mark.parametrize(
    "tekst",
    [
        "06-12345678",
        "+31 (0)6 12345678",
        "0031612345678",
        "06 12345678 (moeder)",
        "o6 12345678",
        "٠٦١٢٣٤٥٦٧٨",
    ],
)
def test_een_telefoonnummer_heeft_een_vorm(tekst):
    assert n.telefoon(tekst) == ("+31612345678", True)


def test_een_telefoonnummer_met_letters_blijft_gemerkt_bestaan():
    assert n.telefoon("06-TAXI-123") == ("+3106123", False)
    assert n.telefoon("geen") is None
    assert n.telefoon("1" * 5000) is None


@given(st.from_regex(r"(\+31|0031|0)6[0-9]{8}", fullmatch=True))
def test_de_snelle_weg_voor_mobiele_nummers_geeft_wat_phonenumbers_geeft(tekst):
    gelezen = phonenumbers.parse(tekst, "NL")
    vorm = phonenumbers.format_number(gelezen, phonenumbers.PhoneNumberFormat.E164)
    assert n.telefoon(tekst) == (vorm, phonenumbers.is_valid_number(gelezen))


@given(st.from_regex(r"(\+31|0031|0)[0-9]{8,10}|[0-9 +()oO-]{0,18}", fullmatch=True))
def test_het_korte_antwoord_voor_een_nummer_is_de_tekst_van_het_lange(tekst):
    assert n.e164(tekst) == (nummer.tekst if (nummer := n.telefoon(tekst)) else "")


@given(st.from_regex(r"[0-9]{2}([-/.])[0-9]{2}\1[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True))
def test_een_gewone_datum_wordt_gelezen_als_met_een_spatie_ervoor(tekst):
    assert n.datum(tekst) == n.datum(f" {tekst}")


@pytest.mark.parametrize(
    ("tekst", "sleutel"),
    [
        ("Dorpsstraat 12a, 1234 AB Ons Dorp", "1234ab 12-a"),
        ("1234AB 12 A", "1234ab 12-a"),
        ("1e Dorpsstraat 5 hs 1234ab", "1234ab 5"),
        ("Dorpsstr. 12 Ons Dorp", "dorpsstraat 12 ons dorp"),
        ("12 High Street, London", "high street 12 london"),
        ("onbekend", ""),
    ],
)
def test_een_adres_op_een_regel_wordt_een_voordeur(tekst, sleutel):
    assert n.adres(tekst).sleutel == sleutel


def test_een_fout_controlecijfer_blijft_en_is_gemerkt():
    assert n.iban("NL91 ABNA 0417 1643 00") == ("NL91ABNA0417164300", True)
    assert n.iban("NL92ABNA0417164300") == ("NL92ABNA0417164300", False)
    assert n.bsn("111222333") == ("111222333", True)
    assert n.bsn("111222334") == ("111222334", False)
    assert n.kvk("1234567") == ("01234567", True)


def test_een_kenteken_verliest_zijn_streepjes():
    assert n.kenteken("12-ab-3c".replace("3c", "34")) == ("12AB34", True)
    assert n.kenteken("B-XY 1234") == ("BXY1234", False)


@pytest.mark.parametrize(
    "tekst", ["Jansen Bouw B.V.", "JANSEN BOUW BV", "Jansen  Bouw", "Jansen Bouw V.O.F."]
)
def test_een_bedrijfsnaam_staat_zonder_rechtsvorm(tekst):
    assert n.bedrijfsnaam(tekst) == "jansen bouw"


def test_een_account_is_een_link_of_een_naam():
    assert n.account("https://www.instagram.com/lief.meisje/") == "instagram:lief.meisje"
    assert n.account("t.me/xyz") == "telegram:xyz"
    assert n.account("@Lief_Meisje") == "lief_meisje"
    assert n.account("vincent.com/boot") == "vincent.com/boot"
    assert n.email("Jan.Jansen+werk@gmail.com") == ("janjansen@gmail.com", True)


def test_een_advertentie_geeft_nummers_ook_in_woorden():
    gelezen = n.advertentie("Bel nul zes 12 34 56 78, o6-87654321 of @lief_meisje / t.me/xyz")
    assert gelezen.telefoons == ("+31612345678", "+31687654321")
    assert gelezen.accounts == ("lief_meisje", "telegram:xyz")
