"""The exports of registration systems, with the headers that they really write."""

import pytest

from mixer_app.domain.imports import Field
from mixer_app.domain.roles import Role


def test_eventbrite_attendee_report_from_the_united_states(understand_text):
    read = understand_text(
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,"
        "Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,"
        "Home Address 2,Home City,Home State,Home Zip,Home Country,What brings you here?,Job Title,Company\n"
        "9001,11/29/24 22:28,Ann,Lee,ann@x.org,1,,Mentor,7001,,Free Order,USD,0.00,0,0,0,Attending,1 A St,,Boston,MA,"
        "02110,US,Relocation,Chief,City Hospital\n"
        "9002,11/30/24 10:00,Bo,Li,bo@x.org,1,,Mentee,7002,,Free Order,USD,0.00,0,0,0,Attending,2 B St,,Boston,MA,"
        '02110,US,"New position, Relocation",Resident,North Clinic\n'
        "9002,11/30/24 10:00,Cy,Li,cy@x.org,1,,Mentee,7003,,Free Order,USD,0.00,0,0,0,Not Attending,,,,,,,,,\n"
    )
    assert read.names == ["Ann Lee", "Bo Li"]
    assert read.roles == ["mentor", "mentee"]
    ann, bo = read.people
    assert (ann.external_id, ann.email, ann.employer, ann.title, ann.region) == (
        "7001", "ann@x.org", "City Hospital", "Chief", "Boston",
    )  # fmt: skip
    assert ann.needs_offered == ("Relocation",)
    assert bo.needs_wanted == ("New position", "Relocation")
    assert [one.reason for one in read.skipped] == ["Cancelled: “Attendee Status” says “Not Attending”."]
    assert dict(ann.answers)["Home Zip"] == "02110"


def test_eventbrite_attendee_report_in_british_words_with_a_question_asked_twice(understand_text):
    read = understand_text(
        "Order no.,Order Date,First Name,Surname,Email,Quantity,Price Tier,Ticket Type,Attendee no.,Group,Order Type,"
        "Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,"
        "Home Address 2,Home City,County of Residence,Home Postcode,Home Country,Mobile Phone,Event Name,Event ID,"
        "Diet,Diet\n"
        "1,2023-01-31 18:05:09+00:00,Ann,O’Brien-Smith,ann@x.org,1,,Mentee ticket,55501,,,GBP,0,0,0,0,Attending,,,Ely,,"
        "LS1 1AA,UK,07700 900123,Mixer,777,vegan,none\n"
    )
    (ann,) = read.people
    assert (ann.name.full, ann.role, ann.phone) == ("Ann O’Brien-Smith", Role.MENTEE, "07700 900123")
    assert dict(ann.answers)["Diet"] == "vegan"
    assert dict(ann.answers)["Diet (2)"] == "none"


def test_eventbrite_report_where_the_buyer_is_someone_else(understand_text):
    read = understand_text(
        "Order ID,Order Date,Attendee Status,First Name,Last Name,Email,Event Name,Ticket Quantity,Ticket Type,"
        "Ticket Price,Buyer First Name,Buyer Last Name,Buyer Email\n"
        "1,2024-01-01,Attending,Ann,Lee,ann@x.org,Mixer,1,Mentor,0,Bill,Payer,bill@x.org\n"
        "1,2024-01-01,Attending,,,,Mixer,1,Mentor,0,Bill,Payer,bill@x.org\n"
    )
    assert read.names == ["Ann Lee"]
    assert read.people[0].email == "ann@x.org"
    assert "not been given to anyone" in read.skipped[0].reason


TITO = (
    "Number;Ticket Created Date;Ticket;Ticket Full Name;Ticket First Name;Ticket Last Name;Ticket Email;"
    "Ticket Company Name;Ticket Phone Number;Event;Void Status;Price;Ticket Reference;Tags;Unique Ticket URL;"
    "Unique Order URL;Order Reference;Order Name;Order Email;Order Company Name;Order Phone Number;"
    "Order Discount Code;Order IP;Order Created Date;Order Completed Date;Payment Reference;{}\n"
)


def test_tito_with_void_and_unassigned_tickets(understand_text):
    read = understand_text(
        "\ufeff"
        + TITO.format("Are you a mentor or a mentee?")
        + "1;2024-01-01;General;Ann Lee;Ann;Lee;ann@x.org;City Hospital;+44 1;Mixer;;0;AB12-1;;u;u;AB12;Bob Boss;"
        "bob@x.org;Boss Ltd;+44 2;;1.1.1.1;d;d;p;Mentor\n"
        "2;2024-01-01;General;Cy Fox;Cy;Fox;cy@x.org;;;Mixer;true;0;AB12-2;;u;u;AB12;Bob Boss;bob@x.org;Boss Ltd;;;;;;;"
        "Mentee\n"
        "3;2024-01-01;General;;;;;;Mixer;;0;AB12-3;;u;u;AB12;Bob Boss;bob@x.org;Boss Ltd;;;;;;;\n"
    )
    (ann,) = read.people
    assert (ann.name.full, ann.name.given, ann.email, ann.employer, ann.external_id, ann.role) == (
        "Ann Lee", "Ann", "ann@x.org", "City Hospital", "AB12-1", Role.MENTOR,
    )  # fmt: skip
    assert [one.row for one in read.skipped] == [3, 4]
    assert read.skipped[0].reason.startswith("Cancelled")
    assert "not taken for the attendee" in read.skipped[1].reason


def test_tito_in_its_newer_words_never_takes_the_registration_for_the_attendee(understand_text):
    read = understand_text(
        "Ticket,Ticket Full Name,Ticket Email,Registration Name,Registration Email,Ticket Reference\n"
        "Mentee,Ann Lee,,Bob Boss,bob@x.org,AB12-1\n"
        "Mentor,Cy Fox,cy@x.org,Bob Boss,bob@x.org,AB12-2\n"
    )
    assert read.names == ["Ann Lee", "Cy Fox"]
    assert [one.email for one in read.people] == ["", "cy@x.org"]
    assert read.roles == ["mentee", "mentor"]


def test_pretix_check_in_list(understand_text):
    read = understand_text(
        "\ufeffOrder code;Attendee name;Attendee name: Given name;Attendee name: Family name;Product;Price;Checked in;"
        "Checked out;Automatically checked in;E-mail;Topics;Company;Voucher code;Order date;"
        "Requires special attention;Comment;Seat ID;Seat name;Seat zone;Seat row;Seat number\n"
        "ABC12;Sofía Herrera;Sofía;Herrera;Mentee ticket;0.00;;;;sofia@x.org;Finance, Leadership;Clínica del Norte;;"
        "2026-01-01;No;;;;;;\n"
        "ABC13;Bo Li;Bo;Li;Mentor ticket;0.00;;;;bo@x.org;Finance;Harbour Trust;;2026-01-01;No;;;;;;\n"
    )
    assert read.roles == ["mentee", "mentor"]
    sofia = read.people[0]
    assert sofia.name.full == "Sofía Herrera"
    assert sofia.topics_wanted == ("Finance", "Leadership")
    assert sofia.employer == "Clínica del Norte"
    assert sofia.external_id == "ABC12"
    assert read.field("Seat name") is Field.QUESTION


def test_pretix_order_positions_with_headers_that_occur_twice(understand_text):
    read = understand_text(
        "Event slug,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,Variation,Price,"
        "Tax rate,Tax rule,Tax value,Attendee name,Attendee name: Given name,Attendee name: Family name,Attendee email,"
        "Company,Address,ZIP code,City,Country,State,Voucher,Pseudonymization ID,Seat ID,Seat name,Seat zone,Seat row,"
        "Seat number,Order comment,Follow-up date,Topics – Finance,Topics – Leadership,Company,Invoice address name,"
        "Address,ZIP code,City,Country,State,VAT ID,Sales channel,Order locale,E-mail address verified,"
        "Payment providers\n"
        "mix,AAAAA,1,Paid,buyer@x.org,,2026-01-01,10:00,Mentor,,0,,,,Ann Lee,Ann,Lee,ann@x.org,City Hospital,,,Bath,,,,"
        "PSEU1,,,,,,,,Yes,No,Buyer Ltd,Buyer Name,,,London,GB,,,web,en,,free\n"
        "mix,AAAAA,2,Pending,buyer@x.org,,2026-01-01,10:00,Mentee,,0,,,,Cy Fox,Cy,Fox,cy@x.org,North Clinic,,,Bath,,,,"
        "PSEU2,,,,,,,,No,Yes,Buyer Ltd,Buyer Name,,,London,GB,,,web,en,,free\n"
        "mix,AAAAB,1,Paid,buyer@x.org,,2026-01-01,10:00,Mentee,,0,,,,Di Roe,Di,Roe,di@x.org,South Clinic,,,Leeds,GB,,,"
        "PSEU3,,,,,,,,Yes,Yes,Buyer Ltd,Buyer Name,,,London,GB,,,web,en,,free\n"
    )
    assert read.names == ["Ann Lee", "Di Roe"]
    ann, di = read.people
    assert (ann.email, ann.employer, ann.region) == ("ann@x.org", "City Hospital", "Bath")
    assert ann.external_id == "PSEU1"
    assert ann.topics_offered == ("Finance",)
    assert di.topics_wanted == ("Finance", "Leadership")
    assert "Not confirmed yet" in read.skipped[0].reason


def test_pretix_in_german(understand_text):
    read = understand_text(
        "Bestellnummer;Name des Teilnehmers;Produkt;Preis;E-Mail;Firma;Status\n"
        "ABC12;Jörg Weiß;Mentor;0,00;joerg@x.org;Klinik Süd;bezahlt\n"
        "ABC13;Anna Groß;Mentee;0,00;anna@x.org;Klinik Nord;storniert\n"
    )
    assert read.names == ["Jörg Weiß"]
    assert read.people[0].employer == "Klinik Süd"


def test_indico_registrations(understand_text):
    read = understand_text(
        "ID,Name,First Name,Last Name,Email Address,Affiliation,Position,Phone Number,Mentoring role,"
        "Topics of interest,Accommodation (Arrival),Accommodation (Departure),Registration date,Registration state,"
        "Checked in,Tags\n"
        '1,"Lovelace, Ada",Ada,Lovelace,ada@x.org,CERN,Fellow,+41 1,Mentor,Physics; Computing,2026-05-01,2026-05-03,'
        "2026-01-01,Completed,No,\n"
        '2,"Turing, Alan",Alan,Turing,alan@x.org,DESY,PhD,+49 1,Mentee,Computing,,,2026-01-01,Withdrawn,No,\n'
    )
    (ada,) = read.people
    assert (ada.name.full, ada.name.given, ada.name.family) == ("Ada Lovelace", "Ada", "Lovelace")
    assert (ada.employer, ada.title, ada.topics_offered) == ("CERN", "Fellow", ("Physics", "Computing"))
    assert ada.arrives is None
    assert "Withdrawn" in read.skipped[0].reason


def test_luma_guest_list(understand_text):
    read = understand_text(
        "\ufeffapi_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,"
        "custom_source,qr_code_url,amount,amount_tax,amount_discount,currency,coupon_code,eth_address,solana_address,"
        "survey_response_rating,survey_response_feedback,ticket_type_id,ticket_name,What's your company?,Job Title\n"
        'gst-aa1,"Lovelace, Ada",,,ada@x.org,+441234567,2026-01-01T10:00:00.000Z,approved,,,https://x,0,,,,,,,,,t1,'
        "Mentor,Engines Ltd,Analyst\n"
        "gst-aa2,Alan Turing,Alan,Turing,alan@x.org,,2026-01-01T10:00:00.000Z,declined,,,https://x,0,,,,,,,,,t2,Mentee,,\n"
        "gst-aa3,Grace Hopper,Grace,Hopper,grace@x.org,,2026-01-01T10:00:00Z,pending_approval,,,https://x,0,,,,,,,,,t2,"
        "Mentee,,\n"
        "gst-aa4,Joan Clarke,,,joan@x.org,,2026-01-01T10:00:00Z,approved,,,https://x,0,,,,,,,,,t2,Mentee,,\n"
    )
    assert read.names == ["Ada Lovelace", "Joan Clarke"]
    assert read.roles == ["mentor", "mentee"]
    assert (read.people[0].employer, read.people[0].external_id) == ("Engines Ltd", "gst-aa1")
    assert len(read.skipped) == 2


def test_google_forms(understand_text):
    read = understand_text(
        "Timestamp,Email Address,What is your name? ,Email Address2,Would you like to be a mentor or a mentee?,"
        "Which topics would you like to talk about? ,Score\n"
        '8/31/2023 19:08:16,ann@x.org,Ann Lee,ann@y.org,Mentor,"Finance, Leadership, strategy and vision",4 / 5\n'
        '2026/09/20 10:00:00 AM,bo@x.org,Bo Li,,Mentee,"Leadership, strategy and vision\nFinance",4 / 5\n'
        "2026/09/20 10:00:00 PM GMT+3,cy@x.org,Cy Fox,,Mentee,Finance,3 / 5\n"
    )
    assert read.names == ["Ann Lee", "Bo Li", "Cy Fox"]
    assert read.people[0].email == "ann@x.org"
    assert read.roles == ["mentor", "mentee", "mentee"]


def test_google_forms_in_french(understand_text):
    read = understand_text(
        "Horodateur,Adresse e-mail,NOM Prénom,Souhaitez-vous être mentor ou mentoré ?,Années d'expérience\n"
        "31/08/2023 19:08:16,zoe@x.org,ÉTÉ Zoë,Mentorée,7 ans\n"
        "31/08/2023 19:08:16,luc@x.org,LE GRAND Luc,Mentor,20\n"
    )
    assert read.names == ["ÉTÉ Zoë", "LE GRAND Luc"]
    assert read.roles == ["mentee", "mentor"]
    assert read.people[0].experience_years == 7


def test_microsoft_forms_answered_without_signing_in(understand_text):
    read = understand_text(
        "ID,Start time,Completion time,Email,Name,Last modified time,Your name,Your email address,"
        "Are you a mentor or mentee?,Topics,Points - Topics,Feedback - Topics\n"
        "1,1/1/24 10:00,1/1/24 10:05,anonymous,,,Ann Lee,ann@x.org,Mentor,AGOL;Cartography;,0,\n"
        "2,1/1/24 10:00,1/1/24 10:05,anonymous,Anonymous,,Bo Li,bo@x.org,Mentee,Cartography;,0,\n"
    )
    assert read.names == ["Ann Lee", "Bo Li"]
    assert [one.email for one in read.people] == ["ann@x.org", "bo@x.org"]
    assert read.people[0].topics_offered == ("AGOL", "Cartography")


def test_microsoft_forms_signed_in_with_a_second_name_question(understand_text):
    read = understand_text(
        "Id,Start time,Completion time,Email,Name,Name1,Role\n"
        "1,1/1/24 10:00,1/1/24 10:05,ann@x.org,Ann Lee,Annie,Mentor\n"
    )
    assert read.names == ["Ann Lee"]
    assert read.people[0].email == "ann@x.org"


def test_microsoft_forms_with_an_arabic_interface(understand_text):
    read = understand_text(
        "المعرف,وقت البدء,وقت الانتهاء,البريد الإلكتروني,الاسم,هل ترغب أن تكون مرشدا أم متدربا\n"
        "1,1/1/24,1/1/24,ali@x.org,محمد علي,مرشد\n"
        "2,1/1/24,1/1/24,sara@x.org,سارة حسن,متدربة\n"
    )
    assert read.names == ["محمد علي", "سارة حسن"]
    assert read.roles == ["mentor", "mentee"]


def test_survey_monkey_with_two_rows_of_headers(understand_text):
    read = understand_text(
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,"
        '"Please tell us who you are, and\nwhere you work",,,"Which topics, if any?",,Mentor or mentee?\n'
        ",,,,,,,,,Name,Company,Email Address,Finance,Leadership,Response\n"
        "118000001,4001,01/02/2024,01/02/2024,1.1.1.1,,,,,Ann Lee,City Hospital,ann@x.org,Finance,,Mentor\n"
        "118000002,4001,01/02/2024,01/02/2024,1.1.1.1,,,,,Bo Li,North Clinic,bo@x.org,Finance,Leadership,Mentee\n"
    )
    assert read.names == ["Ann Lee", "Bo Li"]
    assert read.roles == ["mentor", "mentee"]
    bo = read.people[1]
    assert (bo.email, bo.employer) == ("bo@x.org", "North Clinic")
    assert bo.topics_wanted == ("Finance", "Leadership")
    assert read.table.rows[0].number == 3  # a line break inside quotation marks is no row of a spreadsheet


def test_webropol_with_metadata_above_and_two_rows_of_headers(understand_text):
    read = understand_text(
        "Mentor Mixer 2026\nNumber of respondents: 2\n\n"
        "Respondent,Submitted,Contact details,,,Role\n"
        ",,Etunimi,Sukunimi,Sähköposti,\n"
        "1,1.1.2026,Väinö,Mäkelä,vaino@x.fi,Mentori\n"
        "2,1.1.2026,Aino,Järvi,aino@x.fi,Aktori\n"
    )
    assert read.names == ["Väinö Mäkelä", "Aino Järvi"]
    assert read.roles == ["mentor", "mentee"]
    assert read.people[0].email == "vaino@x.fi"


def test_zoom_registration_report_with_sections_above(understand_text):
    read = understand_text(
        "Registration Report\nReport Generated:,2026-01-01\n"
        "Topic,Webinar ID,Scheduled Time\nMixer,123 456,2026-05-14\n"
        "Attendee Details,\n"
        "First Name,Last Name,Email,Registration Time,Approval Status,Organization,Mentor or Mentee\n"
        "Ann,Lee,ann@x.org,2026-01-01 10:00,approved,City Hospital,Mentor,\n"
        "Bo,Li,bo@x.org,2026-01-01 10:00,denied,North Clinic,Mentee,\n"
        "Cy,Fox,cy@x.org,2026-01-01 10:00,approved,North Clinic,Mentee,\n"
    )
    assert read.names == ["Ann Lee", "Cy Fox"]
    assert read.table.header_row == 6
    assert read.skipped[0].row == 8


def test_meetup_tab_separated_file_called_xls(understand_text):
    read = understand_text(
        "Name\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tJoined Group on\tURL of Member Profile\tI am a\n"
        "Ann Lee\tuser 123456\t\t\tYes\t0\t\t\thttp://x\tmentor\n"
        "Bo Li\tuser 123457\t\t\tWaitlist\t0\t\t\thttp://x\tmentee\n"
        "Cy Fox\tuser 123458\t\t\tNo\t0\t\t\thttp://x\tmentee\n",
        name="members.xls",
    )
    assert read.names == ["Ann Lee"]
    assert len(read.skipped) == 2
    assert read.table.delimiter == "\t"


def test_cvent(understand_text):
    read = understand_text(
        "Full Name,First Name,Last Name,Email Address,Title,Company,Registration Type,Confirmation Number,"
        "Invitee Status,Registered By\n"
        "Ann Lee,Ann,Lee,ann@x.org,Chief,City Hospital,Mentor,N3KX2,Accepted,Bob Boss\n"
        "Bo Li,Bo,Li,bo@x.org,Resident,North Clinic,Mentee,N3KX3,Cancelled,Bob Boss\n"
    )
    assert read.names == ["Ann Lee"]
    assert (read.people[0].title, read.people[0].external_id) == ("Chief", "N3KX2")


def test_whova(understand_text):
    read = understand_text(
        "Attendee ID,First name,Last name,Email,Affiliation,Position,Category,Phone\n"
        "W100001,Ann,Lee,ann@x.org,City Hospital,Chief,Mentors,+1 617 555 0100\n"
        "W100002,Bo,Li,bo@x.org,North Clinic,Resident,Mentees,\n"
    )
    assert read.roles == ["mentor", "mentee"]
    assert read.people[0].employer == "City Hospital"


def test_alf_io(understand_text):
    read = understand_text(
        "\ufeffID,Creation,Category,Event,Status,OriginalPrice,Paid Price,Discount,VAT,VAT Included,Reservation ID,"
        "Full Name,First Name,Last Name,E-Mail,Locked,Language,Confirmation,Billing Address,Country Code\n"
        "9b2e-1,2026-01-01,Mentor,mix,ACQUIRED,0,0,0,0,true,R1,Ann Lee,Ann,Lee,ann@x.org,false,en,2026-01-01,,GB\n"
        "9b2e-2,2026-01-01,Mentee,mix,CANCELLED,0,0,0,0,true,R2,Bo Li,Bo,Li,bo@x.org,false,en,2026-01-01,,GB\n"
    )
    assert read.names == ["Ann Lee"]
    assert read.people[0].email == "ann@x.org"


def test_regfox(understand_text):
    read = understand_text(
        "Registrant ID,Status,Registrant First Name,Registrant Last Name,Registrant Email,Registration Option,"
        "Billing First Name,Billing Last Name,Billing Email,Order Number\n"
        "RF100,completed,Ann,Lee,ann@x.org,Mentor,Bob,Boss,bob@x.org,O1\n"
        "RF101,abandoned,Bo,Li,bo@x.org,Mentee,Bob,Boss,bob@x.org,O2\n"
    )
    assert read.names == ["Ann Lee", "Bo Li"]
    assert read.people[0].email == "ann@x.org"
    assert read.roles == ["mentor", "mentee"]


def test_hi_events(understand_text):
    read = understand_text(
        "ID,First Name,Last Name,Email,Status,Is Checked In,Checked In At,Ticket ID,Ticket Name,Event ID,Public ID,"
        "Short ID,Created Date,Last Updated Date,Notes\n"
        "1,Ann,Lee,ann@x.org,ACTIVE,No,,4,Mentor,9,A-XYZ123,a_b,2026-01-01,2026-01-01,\n"
        "2,Bo,Li,bo@x.org,CANCELLED,No,,5,Mentee,9,A-XYZ124,a_c,2026-01-01,2026-01-01,\n"
    )
    assert read.names == ["Ann Lee"]
    assert read.people[0].external_id == "A-XYZ123"


ROLE_WORDS = [
    ("en", "Role", "Mentor", "Mentee", "Both"),
    ("es", "Rol", "Mentora", "Mentorada", "Ambos"),
    ("fr", "Rôle", "Mentor", "Mentorée", "Les deux"),
    ("de", "Rolle", "Mentorin", "Mentee", "Beides"),
    ("pt", "Papel", "Mentor", "Mentorado", "Ambos"),
    ("it", "Ruolo", "Mentore", "Allieva", "Entrambi"),
    ("ar", "الدور", "مرشد", "متدرب", "كلاهما"),
    ("zh", "角色", "导师", "学员", "两者都是"),
    ("ja", "役割", "メンター", "メンティー", "両方"),
    ("hi", "भूमिका", "मेंटर", "मेंटी", "दोनों"),
    ("fi", "Rooli", "Mentori", "Aktori", "Molemmat"),
]


@pytest.mark.parametrize(("language", "title", "mentor", "mentee", "both"), ROLE_WORDS, ids=[r[0] for r in ROLE_WORDS])
def test_the_role_is_recognised_in_each_language(understand_text, language, title, mentor, mentee, both):
    read = understand_text(f"Name,{title}\nAnn,{mentor}\nBo,{mentee}\nCy,{both}\n")
    assert read.roles == ["mentor", "mentee", "both"]


TITLES = [
    ("es", "Nombre,Apellidos,Correo electrónico,Empresa,Cargo,Años de experiencia,Temas"),
    ("fr", "Prénom,Nom,Adresse e-mail,Entreprise,Poste,Années d'expérience,Sujets"),
    ("de", "Vorname,Nachname,E-Mail-Adresse,Unternehmen,Position,Jahre Berufserfahrung,Themen"),
    ("pt", "Nome,Sobrenome,E-mail,Empresa,Cargo,Anos de experiência,Tópicos"),
    ("it", "Nome,Cognome,Indirizzo e-mail,Azienda,Posizione,Anni di esperienza,Argomenti"),
    ("ar", "الاسم الأول,اسم العائلة,البريد الإلكتروني,جهة العمل,المسمى الوظيفي,سنوات الخبرة,المواضيع"),
    ("zh", "名,姓,电子邮箱,工作单位,职位,工作年限,话题"),
    ("ja", "名,姓,メールアドレス,勤務先,役職,経験年数,テーマ"),
    ("hi", "पहला नाम,उपनाम,ईमेल,संस्था,पद,अनुभव के वर्ष,विषय"),
    ("fi", "Etunimi,Sukunimi,Sähköposti,Organisaatio,Tehtävänimike,Työkokemus,Aiheet"),
]


@pytest.mark.parametrize(("language", "titles"), TITLES, ids=[r[0] for r in TITLES])
def test_the_columns_are_recognised_in_each_language(understand_text, language, titles):
    read = understand_text(f"{titles}\nAnn,Lee,ann@x.org,City Hospital,Chief,12,Finance\n", role=Role.MENTOR)
    (ann,) = read.people
    assert (ann.name.given, ann.name.family, ann.email, ann.employer, ann.title) == (
        "Ann", "Lee", "ann@x.org", "City Hospital", "Chief",
    )  # fmt: skip
    assert (ann.experience_years, ann.topics_offered) == (12, ("Finance",))
