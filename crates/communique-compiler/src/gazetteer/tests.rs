//! One table of sentences and the countries they name, trap by trap; then what must hold for any text.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// The codes of ISO 3166-1 alpha-2, 249 of them (list of i18n-iso-countries 7.14, MIT licence, without XK).
const ISO: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF \
GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW \
KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL \
NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST \
SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// `text` names the countries `expected`: the words of each, in order, as "words=CODE".
fn check(gazetteer: &Gazetteer, text: &str, expected: &str) {
    let slice = |hit: &CountryHit| &text[hit.span.start as usize..hit.span.end as usize];
    let got: Vec<String> = gazetteer
        .hits(text)
        .iter()
        .map(|hit| format!("{}={}", slice(hit), hit.country.code()))
        .collect();
    assert_eq!(got.join("; "), expected, "in {text:?}");
}

#[test]
fn countries_are_found_through_name_people_capital_and_government() {
    let gazetteer = Gazetteer::builtin();
    for (text, expected) in [
        ("Iran and Iraqi officials", "Iran=IR; Iraqi=IQ"),
        ("the Iraqis, two Britons and a Dutchman", "Iraqis=IQ; Britons=GB; Dutchman=NL"),
        ("Baku attaches importance to Tehran", "Baku=AZ; Tehran=IR"),
        ("the Tel Aviv regime and the Zionist regime", "Tel Aviv=IL; Zionist regime=IL"),
        (
            "The White House, Washington and the Kremlin",
            "White House=US; Washington=US; Kremlin=RU",
        ),
        ("a visit to Burma, Türkiye and Turkiye", "Burma=MM; Türkiye=TR; Turkiye=TR"),
        (
            "England, Scotland and Northern Ireland, not Ireland",
            "England=GB; Scotland=GB; Northern Ireland=GB; Ireland=IE",
        ),
        ("the Palestinians in Gaza", "Palestinians=PS; Gaza=PS"),
        (
            "Taiwan, Kosovo and Côte d'Ivoire or Cote d’Ivoire",
            "Taiwan=TW; Kosovo=XK; Côte d'Ivoire=CI; Cote d’Ivoire=CI",
        ),
        ("the Democratic People’s Republic of Korea", "Democratic People’s Republic of Korea=KP"),
        (
            "Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea",
            "Guinea=GN; Guinea-Bissau=GW; Equatorial Guinea=GQ; Papua New Guinea=PG",
        ),
        (
            "Niger borders Nigeria and Nigeriens are not Nigerians",
            "Niger=NE; Nigeria=NG; Nigeriens=NE; Nigerians=NG",
        ),
        ("the United\u{a0}States and United  Kingdom", "United\u{a0}States=US; United  Kingdom=GB"),
        ("IRAN AND THE UNITED STATES", "IRAN=IR; UNITED STATES=US"),
        (
            "St. Lucia, Bosnia-Herzegovina, Trinidad & Tobago",
            "St. Lucia=LC; Bosnia-Herzegovina=BA; Trinidad & Tobago=TT",
        ),
        ("Sino-Russian talks, Franco-German ones", "Sino=CN; Russian=RU; Franco=FR; German=DE"),
    ] {
        check(&gazetteer, text, expected);
    }
}

#[test]
fn initials_need_their_case() {
    let gazetteer = Gazetteer::builtin();
    for (text, expected) in [
        ("with us and between us, he told us.", ""),
        ("the US withdrawal, the U.S. and the U.S.A.", "US=US; U.S.=US; U.S.A.=US"),
        ("US-led, anti-US, the US’s role, the US' role", "US=US; US=US; US=US; US=US"),
        ("Us too. Uk. uk.", ""),
        ("the UK and the UN, USB and CUS", "UK=GB"),
        ("THEY TOLD US NOTHING", ""),
        ("the EU-US summit", "US=US"),
        ("entering the U.S. A petition; U. S. troops", "U.S.=US"),
        ("D.R. Congo and the U.A.E. agreed", "D.R. Congo=CD; U.A.E.=AE"),
    ] {
        check(&gazetteer, text, expected);
    }
}

#[test]
fn possessives_survive_a_lost_apostrophe() {
    let gazetteer = Gazetteer::builtin();
    for (text, expected) in [
        ("Iran’s, Iran's, Irans policy", "Iran=IR; Iran=IR; Irans=IR"),
        (
            "Baghdads efforts, Washingtons actions, Iraqs efforts",
            "Baghdads=IQ; Washingtons=US; Iraqs=IQ",
        ),
        ("the Islamic Republics backing", "Islamic Republics=IR"),
        ("the United States’ presence", "United States=US"),
        ("Cyprus and Laos, Swiss", "Cyprus=CY; Laos=LA; Swiss=CH"),
    ] {
        check(&gazetteer, text, expected);
    }
}

#[test]
fn hyphens_join_and_part() {
    let gazetteer = Gazetteer::builtin();
    for (text, expected) in [
        ("Tehran-Baku ties and Iran-Iraq trade", "Tehran=IR; Baku=AZ; Iran=IR; Iraq=IQ"),
        ("anti-American, pro-Iranian, non-Israeli", "American=US; Iranian=IR; Israeli=IL"),
        ("Tehran–Moscow, Kabul/Islamabad", "Tehran=IR; Moscow=RU; Kabul=AF; Islamabad=PK"),
    ] {
        check(&gazetteer, text, expected);
    }
}

#[test]
fn longer_names_are_not_the_country_they_hold() {
    let gazetteer = Gazetteer::builtin();
    for (text, expected) in [
        ("New Mexico, New England, Indiana and the Gulf of Mexico", ""),
        ("Mexico City and Panama Papers", "Mexico City=MX"),
        ("Latin American, South African and African leaders", "South African=ZA"),
        ("the Indian Ocean, West Indian and American Indian", ""),
        ("the Washington Post, China Daily and American Airlines", ""),
        ("the Persian Gulf, the Sea of Oman and the South China Sea", ""),
        (
            "the Islamic Republic of Pakistan; the Islamic Republic of Iran",
            "Islamic Republic of Pakistan=PK; Islamic Republic of Iran=IR",
        ),
        ("the Islamic Republic of Utopia", ""),
        ("the Islamic Republic is born", "Islamic Republic=IR"),
        ("French fries in the French Quarter with the French", "French=FR"),
        ("the Paris Agreement and the Warsaw Pact", ""),
        ("a guinea pig ate turkey on china", ""),
        ("Lebanon, N.H., is not Lebanon", "Lebanon=LB"),
        ("they hit Paris. Texas was next", "Paris=FR"),
        ("Sudan and South Sudan", "Sudan=SD; South Sudan=SS"),
        (
            "American Samoa, Samoa and the U.S. Virgin Islands",
            "American Samoa=AS; Samoa=WS; U.S. Virgin Islands=VI",
        ),
        ("Iran PressIran news", "Iran=IR"),
        ("Brussels and The Hague", ""),
    ] {
        check(&gazetteer, text, expected);
    }
}

#[test]
fn persons_are_not_the_country_they_are_called_after() {
    let gazetteer = Gazetteer::builtin();
    for (text, expected) in [
        ("Michael Jordan and Chad Smith met Israel Adesanya", ""),
        ("But Jordan and Chad agreed", "Jordan=JO; Chad=TD"),
        (
            "On Monday Israel struck; in the Jordan Valley Israel Police waited",
            "Israel=IL; Jordan=JO; Israel=IL",
        ),
        ("George Washington, Booker T. Washington, Denzel Washington", ""),
        ("Jim Jordan said so. Jordan added more", ""),
        ("Mr. Jordan, Rep. Israel and Mark Cuban; Cuban said", ""),
        ("Cuban exiles; Mark Cuban; Havana", "Cuban=CU; Havana=CU"),
        ("Frances Miller on Frances policy", "Frances=FR"),
        ("Jim Jordan said so. The Jordanian king said Jordan differs", "Jordanian=JO; Jordan=JO"),
        (
            "Iraq, Jordan and Israel; Iraq Israel",
            "Iraq=IQ; Jordan=JO; Israel=IL; Iraq=IQ; Israel=IL",
        ),
    ] {
        check(&gazetteer, text, expected);
    }
}

#[test]
fn the_rest_of_the_document_tells_what_a_doubtful_word_means() {
    let gazetteer = Gazetteer::builtin();
    for (text, expected) in [
        ("Georgia signed the treaty", "Georgia=GE"),
        ("Georgia and Florida vote on Tuesday", ""),
        ("Georgia and Florida; Tbilisi objects", "Georgia=GE; Tbilisi=GE"),
        ("in Atlanta, Georgia", ""),
        ("Congolese troops", "Congolese=CD"),
        ("Congolese troops left Brazzaville", "Congolese=CG; Brazzaville=CG"),
        ("Korean ships near Pyongyang", "Korean=KP; Pyongyang=KP"),
        ("Korean ships, North Korea and South Korea", "North Korea=KP; South Korea=KR"),
        ("Dominicans voted", "Dominicans=DO"),
    ] {
        check(&gazetteer, text, expected);
    }
}

#[test]
fn a_language_is_not_its_people() {
    let gazetteer = Gazetteer::builtin();
    for (text, expected) in [
        ("Russian-speaking people speak French or Spanish-language radio", ""),
        ("Russian and French officials", "Russian=RU; French=FR"),
    ] {
        check(&gazetteer, text, expected);
    }
}

#[test]
fn a_word_alone_has_a_country_or_none() {
    let gazetteer = Gazetteer::builtin();
    for (words, expected) in [
        ("Iranian", Some("IR")),
        ("the Kremlin", Some("RU")),
        ("Iraq’s", Some("IQ")),
        ("Irans", Some("IR")),
        ("U.S.", Some("US")),
        ("Korean", Some("KR")),
        ("Iranian foreign minister", None),
        ("New Mexico", None),
        ("us", None),
        ("Victoria", None),
        ("", None),
    ] {
        let got = gazetteer.country_of_word(words).map(|key| key.code());
        assert_eq!(got.as_deref(), expected, "{words:?}");
    }
}

#[test]
fn every_country_of_iso_3166_is_listed_once_with_its_words() {
    let gazetteer = Gazetteer::builtin();
    let expected: BTreeSet<&str> = ISO.split_whitespace().chain(["XK"]).collect();
    assert_eq!(expected.len(), 250);
    let got: Vec<String> = gazetteer.countries().map(|(key, _)| key.code()).collect();
    assert_eq!(got, expected.into_iter().collect::<Vec<_>>());
    // Islands without inhabitants of their own, and states that are one city or have no seat.
    let no_people =
        ["BV", "CC", "GS", "HM", "IO", "MF", "MP", "PM", "SJ", "SX", "TF", "UM", "VA", "GG"];
    let no_capital = ["AQ", "BV", "GI", "HK", "HM", "IO", "MC", "MO", "SG", "SM", "TK", "UM", "VA"];
    for (key, country) in gazetteer.countries() {
        let code = key.code();
        assert!(country.peoples.is_empty() <= no_people.contains(&code.as_str()), "{code}");
        assert_eq!(country.capitals.is_empty(), no_capital.contains(&code.as_str()), "{code}");
    }
    let names: BTreeSet<&str> = gazetteer.countries().map(|(_, c)| c.name.as_str()).collect();
    assert_eq!(names.len(), 250);
}

#[test]
fn every_name_is_found_and_means_its_country() {
    let gazetteer = Gazetteer::builtin();
    let ambiguous = ["GE", "JE", "MF", "RE", "JO", "IL", "TD"];
    for (key, country) in
        gazetteer.countries().filter(|(key, _)| !ambiguous.contains(&key.code().as_str()))
    {
        check(&gazetteer, &country.name, &format!("{}={}", country.name, key.code()));
    }
}

#[test]
fn a_publisher_adds_words_and_countries() {
    let file = |text: &str| TomlFile::new("lexicon/countries.toml", text);
    let text = "[IR]\ngovernment = [\"Pasteur Street\"]\n[XZ]\nname = \"Ruritania\"\npeople = [\"Ruritanian\"]\n[US]\nambiguous = [\"America\"]\n";
    let gazetteer = Gazetteer::with_additions(&file(text)).unwrap();
    check(
        &gazetteer,
        "Pasteur Street told Ruritanians and America of Iran",
        "Pasteur Street=IR; Ruritanians=XZ; Iran=IR",
    );
    for (text, expected) in [
        (
            "[Iran]\nnames = []",
            "lexicon/countries.toml:1:2: `Iran` is no country code of ISO 3166-1 alpha-2; did you mean `IR`?",
        ),
        (
            "[ir]\nnames = []",
            "lexicon/countries.toml:1:2: `ir` is no country code of ISO 3166-1 alpha-2; did you mean `IR`?",
        ),
        (
            "[XZ]\nnames = []",
            "lexicon/countries.toml:1:2: `XZ` is a new country and has no `name`; add one",
        ),
        (
            "[FR]\nambiguous = [\"Gaul\"]",
            "lexicon/countries.toml:2:14: `Gaul` in `ambiguous` is no word of this country; list it in `names`, `people`, `capital` or `government` too",
        ),
    ] {
        let findings = Gazetteer::with_additions(&file(text)).unwrap_err();
        assert_eq!(findings.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
    }
    let unknown_key = Gazetteer::with_additions(&file("[FR]\ncapitals = [\"Lyon\"]")).unwrap_err();
    let message = unknown_key[0].to_string();
    assert!(
        message.starts_with("lexicon/countries.toml:2:1: ")
            && message.ends_with("did you mean `capital`?"),
        "{message}"
    );
}

#[test]
fn hits_within_are_those_wholly_inside() {
    let text = "Iran, Iraq and Qatar";
    let hits = Gazetteer::builtin().hits(text);
    let keys = |spans: &[(u32, u32)]| -> Vec<String> {
        let spans: Vec<ReadSpan> =
            spans.iter().map(|&(start, end)| ReadSpan { start, end }).collect();
        within(&hits, &spans).map(|hit| hit.country.code()).collect()
    };
    assert_eq!(keys(&[(0, 20)]), ["IR", "IQ", "QA"]);
    assert_eq!(keys(&[(1, 10), (15, 20)]), ["IQ", "QA"]);
    assert_eq!(keys(&[(7, 10), (0, 0), (15, 19)]), [""; 0]);
}

proptest! {
    #[test]
    fn hits_slice_to_words_in_order(text in "(Iran|US|U\\.S\\.|Jordan|Korea| |-|’|s|\u{a0}|,|é|😀|\\PC){0,40}") {
        thread_local!(static GAZETTEER: Gazetteer = Gazetteer::builtin());
        let hits = GAZETTEER.with(|gazetteer| gazetteer.hits(&text));
        let mut end = 0;
        for hit in hits {
            prop_assert!(end <= hit.span.start && hit.span.start < hit.span.end);
            end = hit.span.end;
            let words = &text[hit.span.start as usize..end as usize];
            prop_assert!(words.starts_with(char::is_uppercase), "{words:?}");
        }
    }
}
