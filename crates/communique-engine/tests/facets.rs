//! Facets: finding a value in one, why a value has no statements, what can be chosen and how.

use communique_engine::{Engine, Obstacle, View, WhyZero};
use communique_index::fixture::{Said, corpus};
use communique_index::{Facet, pack};

fn engine() -> Engine {
    let mut corpus = corpus(&[
        Said::new("a.txt", "ebrahim-raisi", "that talks help").about("us").dated("2021-04-12"),
        Said {
            speaker_country: "ir".into(),
            ..Said::new("a.txt", "ali-shamkhani", "that they stay").on("troops")
        },
        Said {
            listeners: vec!["ali-shamkhani".into()],
            ..Said::new("b.txt", "zoë-müller", "that talks fail").about("il us")
        },
    ]);
    let values = &mut corpus.facet_values;
    let named = |values: &mut [communique_index::FacetValue], key: &str, aliases: &[&str]| {
        let value = values.iter_mut().find(|value| value.key == key).expect("it is there");
        value.aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
    };
    named(&mut values[Facet::Speaker], "ebrahim-raisi", &["Ebrahim Raeisi", "Seyyed Ra’isi"]);
    named(&mut values[Facet::Country], "us", &["US", "United States", "America"]);
    Engine::open(pack::write(&corpus)).expect("a sound corpus opens")
}

#[test]
fn a_value_is_found_by_any_of_its_spellings() {
    let engine = engine();
    let found = |facet: Facet, typed: &str| {
        let key = |idx| engine.value(facet, idx).key;
        engine.find_values(facet, typed).into_iter().map(key).collect::<Vec<_>>().join(" ")
    };
    for (typed, keys) in [
        ("Raeisi", "ebrahim-raisi"),
        ("raisi", "ebrahim-raisi"),
        ("RAI", "ebrahim-raisi"),
        ("seyyed raisi", "ebrahim-raisi"),
        ("raeisi ebr", "ebrahim-raisi"),
        ("seyyed ebrahim", ""),
        ("aisi", ""),
        ("zoe MULL", "zoë-müller"),
        ("a", "ali-shamkhani"),
        ("", "ali-shamkhani ebrahim-raisi zoë-müller"),
        ("nobody", ""),
    ] {
        assert_eq!(found(Facet::Speaker, typed), keys, "{typed}");
    }
    for typed in ["us", "US", "united", "ameri"] {
        assert_eq!(found(Facet::Country, typed), "us", "{typed}");
    }
}

#[test]
fn a_zero_says_what_takes_its_statements_away() {
    let engine = engine();
    for (address, facet, key, why) in [
        ("speaker=ali-shamkhani", Facet::Country, "us", "speaker=ali-shamkhani 2"),
        ("speaker=ali-shamkhani&country=il", Facet::Country, "us", "speaker=ali-shamkhani 2"),
        ("q=stay", Facet::Country, "il", "query 1"),
        ("from=2021-01-01", Facet::Theme, "troops", "dates 1"),
        ("q=stay&theme=!troops", Facet::Speaker, "zoë-müller", "query 1"),
        ("q=stay&year=2021", Facet::Speaker, "zoë-müller", "together"),
        ("listener=ali-shamkhani", Facet::Speaker, "ebrahim-raisi", "listener=ali-shamkhani 1"),
        ("", Facet::Speaker, "nobody", "nowhere"),
    ] {
        let (view, _) = View::decode(address);
        let said = match engine.why_zero(view.question(), facet, key) {
            WhyZero::Together => "together".to_owned(),
            WhyZero::Nowhere => "nowhere".to_owned(),
            WhyZero::Each(ways) => {
                let way = |way: &communique_engine::WayOut| {
                    let obstacle = match &way.obstacle {
                        Obstacle::Query => "query".to_owned(),
                        Obstacle::Value(value, _) => format!("{}={}", value.facet.key(), value.key),
                        Obstacle::Facet(facet) => facet.key().to_owned(),
                        Obstacle::All(facet) => format!("any {}", facet.key()),
                        Obstacle::Dates => "dates".to_owned(),
                    };
                    format!("{obstacle} {}", way.n_statements)
                };
                ways.iter().map(way).collect::<Vec<_>>().join(", ")
            }
        };
        assert_eq!(said, why, "{facet:?} {key} in ?{address}");
    }
}

/// The facets of a view, each as `key value:count…`, for those asked for.
fn counts(address: &str, facet: Facet) -> String {
    let engine = engine();
    let (view, diagnostics) = View::decode(address);
    assert_eq!(diagnostics, []);
    let answer = engine.answer(view.question());
    let spell = |count: &communique_engine::FacetCount| {
        format!("{}:{}", engine.value(facet, count.value).key, count.count)
    };
    answer.facets[facet].iter().map(spell).collect::<Vec<_>>().join(" ")
}

#[test]
fn listener_speakers_country_and_undated_are_values_to_choose() {
    assert_eq!(counts("", Facet::Listener), "ali-shamkhani:1");
    assert_eq!(counts("", Facet::SpeakerCountry), "ir:1");
    assert_eq!(counts("", Facet::Year), "2021:2 undated:1");
    assert_eq!(
        counts("listener=ali-shamkhani", Facet::Speaker),
        "ali-shamkhani:0 ebrahim-raisi:0 zoë-müller:1"
    );
    assert_eq!(
        counts("spoke-for=!ir", Facet::Speaker),
        "ali-shamkhani:0 ebrahim-raisi:1 zoë-müller:1"
    );
    assert_eq!(counts("year=undated", Facet::Country), "il:1 us:1");
    assert_eq!(
        counts("year=undated", Facet::Year),
        "2021:2 undated:1",
        "its own choice leaves a facet alone"
    );
}

#[test]
fn any_all_and_not_within_a_facet() {
    assert_eq!(
        counts("country=il,us", Facet::Speaker),
        "ali-shamkhani:0 ebrahim-raisi:1 zoë-müller:1"
    );
    assert_eq!(
        counts("country=il,us&country-all=1", Facet::Speaker),
        "ali-shamkhani:0 ebrahim-raisi:0 zoë-müller:1"
    );
    assert_eq!(
        counts("country=us,!il", Facet::Speaker),
        "ali-shamkhani:0 ebrahim-raisi:1 zoë-müller:0"
    );
    assert_eq!(counts("country=us,!il", Facet::Country), "il:1 us:2", "zeros and others stay");
}
