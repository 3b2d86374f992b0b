"""Among ten thousand people, the one whom a person would mean is found first."""

from collections import Counter
from datetime import UTC, datetime
from random import Random

import pytest

from mixer_app.domain.badge_code import new_badge_code
from mixer_app.domain.people import Attendee, PersonName, Status
from mixer_app.domain.roles import Role
from mixer_app.services.search import PeopleIndex

PEOPLE = 10_000
GIVEN_NAMES = (
    "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan "
    "Joseph Jessica Thomas Karen Charles Sarah Daniel Lisa Matthew Nancy Anthony Betty Mark Sandra Paul "
    "Ashley Steven Emily Andrew Donna Kenneth Michelle Joshua Carol Kevin Amanda Brian Melissa George "
    "Deborah Timothy Stephanie Ronald Rebecca Edward Laura Jason Helen Jeffrey Sharon Ryan Cynthia Jacob "
    "Kathleen Gary Amy Nicholas Angela Eric Shirley Jonathan Anna Stephen Brenda Larry Pamela Justin Emma "
    "Scott Nicole Brandon Ruth Benjamin Katherine Samuel Samantha Gregory Christine Hans Petra Jürgen "
    "Anke Łukasz Agnieszka José María Luis Carmen Björn Åsa Søren Kirsten Chloé François Zoë Noël Wei Min "
    "Hui Yan Li Jun Minh Thu Linh Haruto Yui Kenji Priya Rahul Amina Kwame Adaeze Chidi Fatima Omar Leila "
    "Yusuf"
)
FAMILY_NAMES = (
    "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez "
    "Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark "
    "Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams "
    "Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker "
    "Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Müller Schmidt Schneider "
    "Fischer Weber Meyer Wagner Becker Schulz Hoffmann Kowalski Nowak Lindqvist Bergström Nilsson Hansen "
    "Olsen Petersen Dubois Lefèvre Moreau Rossi Ferrari Silva Santos Oliveira Wang Li Zhang Chen Tran Le "
    "Pham Sato Suzuki Tanaka Kim Park Choi Patel Sharma Singh Okafor Mensah Nnamdi Hassan Haddad Osei "
    "Abdi Ochieng Banda Moyo"
)
GIVEN, FAMILY = GIVEN_NAMES.split(), FAMILY_NAMES.split()
PLACES = ("City", "General", "University", "Royal", "Saint Mary", "Memorial", "Regional", "Children’s")
KINDS = ("Hospital", "Clinic", "Medical Centre", "Health Trust", "Practice")

MEANT: dict[str, tuple[PersonName, str, str]] = {
    who: (PersonName(full=full, given=given, family=family, native=native), employer, email)
    for who, full, given, family, native, employer, email in (
        ("Jörg", "Jörg Kranzler", "Jörg", "Kranzler", "", "Charité", "j.kranzler@charite.example"),
        ("Jorg", "Jorg Vandersloot", "Jorg", "Vandersloot", "", "Zuiderland", "jorg@zuiderland.example"),
        ("Ødegård", "Kari Ødegård", "Kari", "Ødegård", "", "Rikshospitalet", "kari.odegard@riks.example"),
        ("Odegard", "Karl Odegard", "Karl", "Odegard", "", "Mayo Clinic", "odegard.karl@mayo.example"),
        ("Ng", "Bernice Ng", "Bernice", "Ng", "", "Tan Tock Seng", "bng@ttsh.example"),
        ("Ngata", "Aroha Ngata", "Aroha", "Ngata", "", "Auckland City", "aroha@akl.example"),
        ("O", "Sunhee O", "Sunhee", "O", "", "Severance", "o.sunhee@sev.example"),
        ("O’Brien", "Kate O’Brien", "Kate", "O’Brien", "", "Beaumont", "kob@beaumont.example"),
        ("Oyelaran", "Tunde Oyelaran", "Tunde", "Oyelaran", "", "Lagos Island", "tunde@lagos.example"),
        ("Groß", "Ines Groß", "Ines", "Groß", "", "Uniklinik Köln", "gross@koeln.example"),
        ("Żółkiewski", "Michał Żółkiewski", "Michał", "Żółkiewski", "", "Szpital Bielański", "mz@biel.example"),
        ("Ñuñez", "Inés Ñuñez", "Inés", "Ñuñez", "", "La Paz", "ines@lapaz.example"),
        ("Þórsdóttir", "Björk Þórsdóttir", "Björk", "Þórsdóttir", "", "Landspítali", "bjork@lsh.example"),
        ("Berg", "Jan van der Berg", "Jan", "van der Berg", "", "Radboud", "jvdb@radboud.example"),
        (
            "double",
            "Anne-Sophie Delacroix-Fontaine",
            "Anne-Sophie",
            "Delacroix-Fontaine",
            "",
            "Necker",
            "as@nk.example",
        ),
        ("Cyrillic", "Ольга Черненко", "Ольга", "Черненко", "", "Okhmatdyt", "olga@okhm.example"),
        ("Chinese", "Wang Xiaoming", "Xiaoming", "Wang", "王小明", "华西医院", "wxm@huaxi.example"),
        ("Japanese", "佐藤 美咲", "美咲", "佐藤", "", "東大病院", "misaki@todai.example"),
        ("Korean", "김민준", "", "", "", "서울대병원", "minjun@snuh.example"),
        ("Arabic", "Nour Mansour", "Nour", "Mansour", "نور منصور", "Kasr Al Ainy", "nour@kasr.example"),
        ("Hebrew", "Rivka Goldstein", "Rivka", "Goldstein", "רבקה גולדשטיין", "Sheba", "rivka@sheba.example"),
        ("Greek", "Νίκος Παπαδάκης", "Νίκος", "Παπαδάκης", "", "Ευαγγελισμός", "nikos@evag.example"),
        ("Aagaard", "Åse Aagaard", "Åse", "Aagaard", "", "Rigshospitalet", "aase@rh.example"),
        ("Wojciechowska", "Zofia Wojciechowska", "Zofia", "Wojciechowska", "", "Wolski", "zofia@wolski.example"),
        ("Featherstone", "Imogen Featherstonehaugh", "Imogen", "Featherstonehaugh", "", "Guy’s", "imogen@guys.example"),
        ("Mc", "Fiona McAllister", "Fiona", "McAllister", "", "Western Isles", "fiona@wi.example"),
        ("single", "Pelé", "", "", "", "Albert Einstein", "pele@ae.example"),
        ("Smithson", "Xavier Smithson", "Xavier", "Smithson", "", "Barts", "xs@barts.example"),
        ("Quirk", "Dana Quirk", "Dana", "Quirk", "", "Quill Partners", "dana.quirk@quill.example"),
        ("Quill", "Orla Quillan", "Orla", "Quillan", "", "Barts", "orla@barts.example"),
    )
}


def _attendee(number: int, name: PersonName, employer: str, email: str, dice: Random) -> Attendee:
    return Attendee(
        id=number,
        person_id=number,
        event_id=1,
        code=new_badge_code(dice),
        name=name,
        employer=employer,
        email=email,
        role=Role.MENTEE,
        status=Status.REGISTERED,
        updated_at=datetime(2026, 3, 5, tzinfo=UTC),
    )


@pytest.fixture(scope="module")
def crowd() -> list[Attendee]:
    """Ten thousand people with everyday names, and those who are meant somewhere among them."""
    dice = Random(5)
    people: list[Attendee] = []
    for number in range(PEOPLE - len(MEANT)):
        given, family = dice.choice(GIVEN), dice.choice(FAMILY)
        middle = f" {dice.choice(GIVEN)}" if dice.random() < 0.2 else ""
        name = PersonName(full=f"{given}{middle} {family}", given=f"{given}{middle}", family=family)
        employer = f"{dice.choice(FAMILY)} {dice.choice(PLACES)} {dice.choice(KINDS)}"
        people.append(_attendee(number, name, employer, f"{given}.{family}{number}@mail.example".lower(), dice))
    for number, meant in enumerate(MEANT.values(), PEOPLE):
        people.insert(dice.randrange(len(people)), _attendee(number, *meant, dice))
    return people


@pytest.fixture(scope="module")
def index(crowd: list[Attendee]) -> PeopleIndex:
    return PeopleIndex(crowd)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("jörg kranzler", "Jörg"),
        ("joerg kranz", "Jörg"),
        ("jorg kranzler", "Jörg"),
        ("kranzler, jörg", "Jörg"),
        ("kranz joe", "Jörg"),
        ("kranlzer", "Jörg"),
        ("krantzler", "Jörg"),
        ("jörg", "Jörg"),
        ("joerg", "Jörg"),
        ("jorg", "Jorg"),
        ("vandersloot", "Jorg"),
        ("van der sloot", "Jorg"),
        ("ødegård", "Ødegård"),
        ("ODEGÅRD kari", "Ødegård"),
        ("odegard", "Odegard"),
        ("odegard kari", "Ødegård"),
        ("oedegaard kari", "Ødegård"),
        ("odegard karl", "Odegard"),
        ("odegrad karl", "Odegard"),
        ("kari riks", "Ødegård"),
        ("ng", "Ng"),
        ("NG bernice", "Ng"),
        ("ng b", "Ng"),
        ("ngat", "Ngata"),
        ("o", "O"),
        ("o sunhee", "O"),
        ("sunhee o", "O"),
        ("obrien", "O’Brien"),
        ("o'brien", "O’Brien"),
        ("o brien", "O’Brien"),
        ("brien kate", "O’Brien"),
        ("oyelarn", "Oyelaran"),
        ("gross ines", "Groß"),
        ("groß", "Groß"),
        ("zolkiewski", "Żółkiewski"),
        ("zolkievski", "Żółkiewski"),
        ("michal zol", "Żółkiewski"),
        ("nunez ines", "Ñuñez"),
        ("ñuñez", "Ñuñez"),
        ("thorsdottir", "Þórsdóttir"),
        ("bjork", "Þórsdóttir"),
        ("van der berg", "Berg"),
        ("vanderberg", "Berg"),
        ("berg jan", "Berg"),
        ("jan vd berg radboud", "Berg"),
        ("anne sophie", "double"),
        ("annesophie", "double"),
        ("fontaine anne", "double"),
        ("delacroix-fon", "double"),
        ("ольга", "Cyrillic"),
        ("olga chern", "Cyrillic"),
        ("чернен", "Cyrillic"),
        ("王小明", "Chinese"),
        ("小明", "Chinese"),
        ("xiaoming wang", "Chinese"),
        ("xiaomin", "Chinese"),
        ("美咲", "Japanese"),
        ("佐藤美咲", "Japanese"),
        ("민준", "Korean"),
        ("منصور", "Arabic"),
        ("nour mans", "Arabic"),
        ("גולדשטיין", "Hebrew"),
        ("goldstein r", "Hebrew"),
        ("παπαδακης", "Greek"),
        ("nikos papad", "Greek"),
        ("agard", "Aagaard"),
        ("aase aagaard", "Aagaard"),
        ("wojciehowska", "Wojciechowska"),
        ("zofia woj", "Wojciechowska"),
        ("featherstone", "Featherstone"),
        ("fetherstonehaugh", "Featherstone"),
        ("imogen guys", "Featherstone"),
        ("mcallister", "Mc"),
        ("mc allister", "Mc"),
        ("macallister", "Mc"),
        ("pele", "single"),
        ("smithso", "Smithson"),
        ("smithson x", "Smithson"),
        ("barts xavier", "Smithson"),
        ("quill", "Quill"),
        ("quill partners", "Quirk"),
        ("quirk", "Quirk"),
        ("dana.quirk@quill.example", "Quirk"),
        ("bng@ttsh", "Ng"),
        ("radboud", "Berg"),
        ("charite", "Jörg"),
        ("鿿", None),
        ("qxzv", None),
    ],
)
def test_what_is_typed_finds_first_whom_a_person_would_mean(
    crowd: list[Attendee], index: PeopleIndex, typed: str, who: str | None
) -> None:
    found = [person.name.full for person in index.search(typed, 3)]
    assert found[:1] == ([MEANT[who][0].full] if who is not None else [])


def test_a_badge_code_finds_its_wearer_however_it_is_typed(crowd: list[Attendee], index: PeopleIndex) -> None:
    for person in crowd[::997]:
        for typed in (person.code, person.code.lower(), f"{person.code[:4]} {person.code[4:]}"):
            assert index.search(typed) == [person]


def test_everybody_with_the_typed_name_comes_before_longer_names_and_in_the_order_of_the_list(
    crowd: list[Attendee], index: PeopleIndex
) -> None:
    for name, count in Counter(person.name.full for person in crowd).most_common(20):
        namesakes = [person for person in crowd if person.name.full == name]
        given, family = name.split(" ", 1)
        for typed in (name, name.upper(), f"{family} {given}", f"{family}, {given}"):
            found = index.search(typed)
            assert sorted(one.id for one in found[:count]) == sorted(one.id for one in namesakes), typed
        assert index.search(name)[:count] == namesakes


def test_a_family_name_finds_all_who_have_it(crowd: list[Attendee], index: PeopleIndex) -> None:
    for family in ("Smith", "Müller", "Le", "Nguyen", "Young"):
        having = {person.id for person in crowd if person.name.family == family}
        found = [person.id for person in index.search(family)]
        assert having <= set(found[: 2 * len(having)])
