use communique_index::{Date, Facet};
use proptest::prelude::*;

use super::{Action, Choice, KwicSort, Layout, Sort, View};
use crate::Place;

#[test]
fn addresses_decode_to_one_spelling() {
    for (address, spelling) in [
        ("", ""),
        ("?", ""),
        ("?speaker=ali-shamkhani&country=us", "speaker=ali-shamkhani&country=us"),
        ("country=us&speaker=ali-shamkhani", "speaker=ali-shamkhani&country=us"),
        ("country=us&country=!il&country=ir", "country=!il,ir,us"),
        ("country=US%2C%21il", "country=!il,us"),
        (r"theme=a\,b,\!c,!d\\", "theme=%5C!c,a%5C,b,!d%5C%5C"),
        ("country=us,us,!us", "country=!us"),
        ("country=us,il&country-all=1", "country=il,us&country-all=1"),
        ("country-all=0", ""),
        ("q=foreign+forces", "q=foreign+forces"),
        ("q=%22foreign%20forces%22", "q=%22foreign+forces%22"),
        ("q=100%", "q=100%25"),
        ("q=a&q=b", "q=b"),
        ("from=2020-01-01&to=2021-12-31", "from=2020-01-01&to=2021-12-31"),
        ("view=list&sort=newest", "sort=newest"),
        ("view=kwic&doc=001.txt&s=abc", "view=kwic&doc=001.txt&s=abc"),
        ("year=2021,undated&cue=stress&spoke-for=ir", "year=2021,undated&spoke-for=ir&cue=stress"),
        (
            "view=map&compare=ali-shamkhani,ebrahim-raisi",
            "view=map&compare=ali-shamkhani,ebrahim-raisi",
        ),
        ("kwic=left-2&view=kwic&fold=1", "view=kwic&fold=1&kwic=left-2"),
        ("fold=0", ""),
        ("doc=&s=&q=", ""),
        ("&&", ""),
    ] {
        let (view, diagnostics) = View::decode(address);
        assert_eq!(view.encode(), spelling, "{address}");
        assert_eq!(diagnostics, [], "{address}");
    }
}

#[test]
fn unknown_parts_are_reported_and_the_rest_is_kept() {
    for (address, spelling, part, message) in [
        ("colour=red&q=a", "q=a", "colour=red", "there is no filter \"colour\", left out"),
        (
            "from=soon&q=a",
            "q=a",
            "from=soon",
            "\"soon\" is no date, left out; write it as 2021-04-12",
        ),
        ("sort=best", "", "sort=best", "no order \"best\", left out; there are relevance, newest"),
        ("view=globe", "", "view=globe", "no layout \"globe\", left out; there are list, kwic"),
        (
            "kwic=left-6",
            "",
            "kwic=left-6",
            "no order of lines \"left-6\", left out; there are left-1,",
        ),
        ("compare=a", "", "compare=a", "compare names two speakers, left out"),
        ("fold=yes", "", "fold=yes", "fold is 1 or 0, left out"),
        ("speaker=", "", "speaker=", "speaker names no value, left out"),
        ("speaker=!,", "", "speaker=!,", "speaker names no value, left out"),
        ("speaker-all=1", "", "speaker-all=1", "a statement has only one speaker, left out"),
        ("theme-all=yes", "", "theme-all=yes", "theme-all is 1 or 0, left out"),
        ("hello", "", "hello", "there is no filter \"hello\", left out"),
        ("%ff=1", "", "\u{fffd}=1", "there is no filter \"\u{fffd}\", left out"),
    ] {
        let (view, diagnostics) = View::decode(address);
        assert_eq!(view.encode(), spelling, "{address}");
        let [diagnostic] = &diagnostics[..] else { panic!("{address}: {diagnostics:?}") };
        assert_eq!(diagnostic.place, Place::Address(part.to_owned()));
        assert!(diagnostic.message.contains(message), "{}", diagnostic.message);
    }
}

#[test]
fn the_order_of_clicks_does_not_matter() {
    let choose = |facet, key: &str, choice| Action::Choose(facet, key.into(), choice);
    let us = choose(Facet::Country, "us", Choice::Included);
    let not_il = choose(Facet::Country, "il", Choice::Excluded);
    let query = Action::SetQuery("troops".into());
    let one = View::default().after([us.clone(), not_il.clone(), query.clone()]);
    let other = View::default().after([query, not_il, us.clone()]);
    assert_eq!(one, other);
    assert_eq!(one.encode(), "q=troops&country=!il,us");
    let undone = one.after([
        choose(Facet::Country, "us", Choice::Neutral),
        Action::ClearFacet(Facet::Country),
        Action::SetQuery(String::new()),
    ]);
    assert_eq!(undone.encode(), "");
    let swapped = View::default().after([us, choose(Facet::Country, "us", Choice::Excluded)]);
    assert_eq!(swapped.encode(), "country=!us");
}

#[test]
fn clearing_keeps_the_arrangement() {
    let (view, _) =
        View::decode("q=a&country=us&from=2021-01-01&sort=oldest&view=matrix&doc=a.txt");
    assert_eq!(view.apply(Action::Clear).encode(), "sort=oldest&view=matrix&doc=a.txt");
}

#[test]
fn relevance_needs_a_query() {
    for (address, order) in [
        ("", Sort::Newest),
        ("q=a", Sort::Relevance),
        ("q=+", Sort::Newest),
        ("sort=relevance", Sort::Newest),
        ("q=a&sort=oldest", Sort::Oldest),
    ] {
        assert_eq!(View::decode(address).0.question().order(None), order, "{address}");
    }
}

#[test]
fn a_site_has_its_own_order_where_none_is_asked_for() {
    let check = |address: &str, site: Sort, order: Sort| {
        let (view, _) = View::decode(address);
        assert_eq!(view.question().order(Some(site)), order, "{address}");
    };
    check("", Sort::Document, Sort::Document);
    check("sort=relevance", Sort::Document, Sort::Document);
    check("sort=oldest", Sort::Document, Sort::Oldest);
    check("q=a", Sort::Document, Sort::Relevance);
    check("", Sort::Relevance, Sort::Newest);
}

fn any_action() -> impl Strategy<Value = Action> {
    let facet = || prop::sample::select(Facet::ALL.to_vec());
    let choice = prop::sample::select(vec![Choice::Neutral, Choice::Included, Choice::Excluded]);
    let date =
        || prop::option::of((-700_000..2_900_000_i32).prop_filter_map("a day", Date::from_days));
    let key = || "[a-z!,&=%+ é\\\\-]{0,8}|.{0,5}";
    prop_oneof![
        3 => (facet(), key(), choice).prop_map(|(facet, key, choice)| Action::Choose(facet, key, choice)),
        1 => (facet(), any::<bool>()).prop_map(|(facet, all)| Action::MatchAll(facet, all)),
        1 => key().prop_map(Action::SetQuery),
        1 => (date(), date()).prop_map(|(from, to)| Action::SetDates(from, to)),
        1 => prop::option::of(prop::sample::select(Sort::ALL.to_vec())).prop_map(Action::SortBy),
        1 => prop::sample::select(Layout::ALL.to_vec()).prop_map(Action::LayOut),
        1 => any::<bool>().prop_map(Action::Fold),
        1 => prop::option::of(prop::sample::select(KwicSort::all().collect::<Vec<_>>()))
            .prop_map(Action::SortKwic),
        1 => prop::option::of((key(), key()).prop_map(<[String; 2]>::from)).prop_map(Action::Compare),
        1 => key().prop_map(Action::OpenDocument),
        1 => prop::option::of(key()).prop_map(Action::SingleOut),
    ]
}

/// A step that takes nothing back.
fn adding_action() -> impl Strategy<Value = Action> {
    any_action().prop_filter("adds", |action| match action {
        Action::Choose(_, key, choice) => !key.is_empty() && *choice != Choice::Neutral,
        Action::OpenDocument(file) => !file.is_empty(),
        Action::SingleOut(statement) => statement.as_ref().is_some_and(|id| !id.is_empty()),
        _ => false,
    })
}

proptest! {
    #[test]
    fn views_survive_their_address(actions in prop::collection::vec(any_action(), 0..12)) {
        let view = View::default().after(actions);
        let address = view.encode();
        let (again, diagnostics) = View::decode(&address);
        prop_assert_eq!(diagnostics, []);
        prop_assert_eq!(again.encode(), address.clone());
        prop_assert_eq!(again, view);
        prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'#'));
    }

    #[test]
    fn what_an_address_adds_is_what_its_steps_do(
        before in prop::collection::vec(any_action(), 0..12),
        adding in prop::collection::vec(adding_action(), 1..4),
    ) {
        let view = View::default().after(before);
        let address = View::default().after(adding.clone()).encode();
        prop_assert_eq!(view.clone().with(&address), (view.after(adding), vec![]));
    }

    #[test]
    fn any_string_decodes(address in r"\PC{0,40}|([a-z]{1,8}=|[%!,&+=]|%[0-9a-f]{2}|q|country){0,20}") {
        let (view, _) = View::decode(&address);
        prop_assert_eq!(View::decode(&view.encode()), (view, vec![]));
    }
}
