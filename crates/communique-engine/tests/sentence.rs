//! Views said in words, and the ways out of an empty answer.

use communique_engine::{Engine, Obstacle, View};
use communique_index::fixture::{Said, corpus};
use communique_index::pack;
use communique_words::{Language, within};

fn engine() -> Engine {
    let mut corpus = corpus(&[
        Said::new("a.txt", "ada-lovelace", "that engines help").about("us gb").dated("2021-04-12"),
        Said::new("a.txt", "alan-turing", "that machines think").about("il").on("thought"),
        Said { cue: "stressed".into(), ..Said::new("b.txt", "", "that nobody knows") },
        Said {
            speaker_country: "ir".into(),
            listeners: vec!["ada-lovelace".into()],
            ..Said::new("b.txt", "grace-hopper", "that ships sail").on("sea")
        },
    ]);
    for (facet, _) in corpus.facet_values.clone().iter() {
        for value in &mut corpus.facet_values[facet] {
            let label = match value.key.as_str() {
                "us" => "United States",
                "gb" => "United Kingdom",
                "il" => "Israel",
                "ir" => "Iran",
                _ => continue,
            };
            value.label = label.to_owned();
        }
    }
    Engine::open(pack::write(&corpus)).expect("a sound corpus opens")
}

#[test]
fn views_are_said_in_words() {
    let engine = engine();
    for (address, sentence) in [
        ("", "What 3 speakers said"),
        ("speaker=ada-lovelace", "What Ada Lovelace said"),
        ("speaker=ada-lovelace&country=us", "What Ada Lovelace said about the United States"),
        ("country=us,il", "What was said about Israel or the United States"),
        (
            "country=us,gb,il&country-all=1",
            "What was said about the United Kingdom, Israel and the United States",
        ),
        ("country=us,!il", "What was said about the United States but not Israel"),
        ("country=!il", "What was said not about Israel"),
        ("speaker=!alan-turing", "What everyone but Alan Turing said"),
        (
            "speaker=ada-lovelace,alan-turing&theme=sea",
            "What Ada Lovelace or Alan Turing said on Sea",
        ),
        ("speaker=unresolved", "What speakers not resolved said"),
        ("spoke-for=ir", "What everyone speaking for Iran said"),
        ("spoke-for=ir&speaker=grace-hopper", "What Grace Hopper, speaking for Iran, said"),
        ("listener=ada-lovelace&q=ships", "What was said to Ada Lovelace, mentioning ships"),
        ("q=“ships+sail”", "What was said, mentioning “ships sail”"),
        ("q=ships+-sail+-oil", "What was said, mentioning ships but not sail and not oil"),
        ("q=-(ships+OR+sail)", "What was said, not mentioning ships or sail"),
        (
            "q=ship*+(*al+OR+a+NEAR/1+\"b+c\")",
            "What was said, mentioning words that begin with ship and (words that end in al or a within 1 word of “b c”)",
        ),
        (
            "q=/sails?/+-speaker:ada+date:2021",
            "What was said, matching the pattern /sails?/ and the date 2021 but not speaker ada",
        ),
        ("q=!!!", "What was said"),
        ("kind=direct,mixed", "What was said, in direct or mixed speech"),
        (
            "outlet=unstated&year=undated",
            "What was said, published by outlets not stated, in undated articles",
        ),
        ("cue=stressed", "What was said, put as “Stressed”"),
        ("from=2021-04-12", "What was said, since 12 April 2021"),
        ("from=2021-04-01&to=2021-04-12", "What was said, from 1 April 2021 to 12 April 2021"),
        ("from=2021-04-12&to=2021-04-12", "What was said, on 12 April 2021"),
        ("to=2021-04-12&year=2021", "What was said, in 2021, until 12 April 2021"),
        ("country=a,b,c,d,e", "What was said about a, b, c or 2 others"),
    ] {
        let (view, _) = View::decode(address);
        assert_eq!(engine.sentence(view.question()).to_string(), sentence, "{address}");
    }
}

#[test]
fn views_are_said_in_persian() {
    let engine = engine();
    let check = |address: &str, sentence: &str| {
        let (view, _) = View::decode(address);
        let said = within(Language::Persian, || engine.sentence(view.question()).to_string());
        // Marks of direction are not seen.
        let said = said.replace(['\u{200f}', '\u{2068}', '\u{2069}'], "");
        assert_eq!(said, sentence, "{address}");
    };
    check("", "گفته‌های ۳ گوینده");
    check("speaker=ada-lovelace&country=us", "گفته‌های Ada Lovelace دربارهٔ United States");
    check("speaker=!alan-turing", "گفته‌های همه جز Alan Turing");
    check("country=us,!il", "همهٔ گفته‌ها دربارهٔ United States اما نه Israel");
    check(
        "country=us,gb,il&country-all=1",
        "همهٔ گفته‌ها دربارهٔ United Kingdom، Israel و United States",
    );
    check("spoke-for=ir", "گفته‌های نمایندگان Iran");
    check("kind=direct&q=ships+-sail", "همهٔ گفته‌ها، با ذکر ships اما نه sail، به نقل مستقیم");
    check("from=2021-04-12", "همهٔ گفته‌ها، از ۱۲ آوریل ۲۰۲۱ به بعد");
}

#[test]
fn empty_answers_offer_ways_out() {
    let engine = engine();
    for (address, ways) in [
        ("speaker=ada-lovelace&country=il", "speaker=ada-lovelace 1, country=il 1"),
        ("speaker=ada-lovelace&country=il&q=engines", "country=il 1"),
        ("speaker=ada-lovelace&q=sail", "query 1, speaker=ada-lovelace 1"),
        ("country=us,il&country-all=1", "country=il 1, country=us 1, country 4, any country 2"),
        ("speaker=grace-hopper&from=2021-01-01", "speaker=grace-hopper 2, dates 1"),
        ("country=us,!gb", "country=gb 1, country=us 3, country 4"),
        ("speaker=nobody", "speaker=nobody 4"),
    ] {
        let (view, _) = View::decode(address);
        assert_eq!(engine.n_answers(view.question()), 0, "{address}");
        let said = engine.ways_out(view.question()).into_iter().map(|way| {
            assert_eq!(engine.n_answers(view.apply(way.action).question()), way.n_statements);
            let obstacle = match way.obstacle {
                Obstacle::Query => "query".to_owned(),
                Obstacle::Value(value, _) => format!("{}={}", value.facet.key(), value.key),
                Obstacle::Facet(facet) => facet.key().to_owned(),
                Obstacle::All(facet) => format!("any {}", facet.key()),
                Obstacle::Dates => "dates".to_owned(),
            };
            format!("{obstacle} {}", way.n_statements)
        });
        assert_eq!(said.collect::<Vec<_>>().join(", "), ways, "{address}");
    }
}
