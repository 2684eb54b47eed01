use proptest::prelude::*;

use communique_index::Facet;

use super::parse::{and, negate, or};
use super::{Clause, Node, Query};
use crate::Place;

/// The normal form, and the parts that were reported.
fn parsed(text: &str) -> (String, Vec<&str>) {
    let (query, diagnostics) = Query::parse(text);
    let parts = diagnostics.iter().map(|diagnostic| match &diagnostic.place {
        Place::Query(span) => &text[span.clone()],
        Place::Address(_) => panic!("a query has no address"),
    });
    (query.to_string(), parts.collect())
}

#[test]
fn queries_print_in_normal_form() {
    for (text, printed) in [
        ("", ""),
        ("  withdrawal \u{a0} troops ", "withdrawal troops"),
        ("“foreign forces”", "\"foreign forces\""),
        ("\"foreign forces” out", "\"foreign forces\" out"),
        ("Iran’s Tehran-Baku", "Iran’s Tehran-Baku"),
        ("with*", "with*"),
        ("*al-pact", "*al-pact"),
        ("a AND b", "a b"),
        ("a - b – c", "a b c"),
        ("-a", "-a"),
        ("NOT (a OR b)", "-(a OR b)"),
        ("-(-a)", "a"),
        ("NOT NOT -a", "-a"),
        ("a b OR c", "a b OR c"),
        ("a (b OR c)", "a (b OR c)"),
        ("(a) ((b c)) (d OR (e OR f))", "a b c (d OR e OR f)"),
        ("a | b", "a OR b"),
        ("or and not near", "or and not near"),
        ("a NEAR/5 \"b c\" d", "a NEAR/5 \"b c\" d"),
        ("-(a NEAR b)", "-(a NEAR/10 b)"),
        (
            "speaker:shamkhani -country:\"united states\"",
            "speaker:shamkhani -country:\"united states\"",
        ),
        ("speaker:!x -theme:!\"y z\"", "-speaker:x theme:\"y z\""),
        ("kind:\"!direct\"", "kind:\"!direct\""),
        ("date:2020..2021", "date:2020..2021"),
        ("Iran: neighbors", "Iran: neighbors"),
        ("/foreign (forces|troops)/ out", "/foreign (forces|troops)/ out"),
        (r"-(/a\/b\\/ OR c)", r"-(/a\/b\\/ OR c)"),
        ("and/or /a/b/ c", "and/or /a/b/ c"),
        ("a / b / c", "a b c"),
    ] {
        let (query, diagnostics) = parsed(text);
        assert_eq!(query, printed, "{text}");
        let odd: Vec<_> =
            diagnostics.into_iter().filter(|part| !matches!(*part, "–" | "/")).collect();
        assert_eq!(odd, [""; 0], "{text}");
    }
}

#[test]
fn what_is_not_understood_is_reported_and_searched() {
    for (text, printed, part) in [
        ("troops \"foreign forces", "troops \"foreign forces\"", "\"foreign forces"),
        ("troops (a OR b", "troops (a OR b)", "("),
        ("troops ) out", "troops out", ")"),
        ("() troops", "troops", "()"),
        ("OR troops", "troops", "OR"),
        ("troops OR", "troops", "OR"),
        ("a OR OR b", "a OR b", "OR"),
        ("NEAR/5 troops", "troops", "NEAR/5"),
        ("a NEAR/x b", "a near x b", "NEAR/x"),
        ("(a OR b) NEAR c", "(a OR b) c", "NEAR"),
        ("troops /with.*al (a", "troops with al a", "/with.*al (a"),
        ("*draw*", "draw", "*draw*"),
        ("with*al troops", "with al troops", "with*al"),
        ("speaker:! x", "speaker x", "speaker:!"),
        ("color:red", "color red", "color:red"),
        ("speaker: x", "speaker x", "speaker:"),
        ("troops !!!", "troops", "!!!"),
        ("\"\" troops", "troops", "\"\""),
        ("troops NOT", "troops", "NOT"),
    ] {
        assert_eq!(parsed(text), (printed.to_owned(), vec![part]), "{text}");
    }
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    for text in ["(", "-", "-(", "(a OR ", "NOT "] {
        Query::parse(&text.repeat(100_000));
    }
}

fn node(clause: Clause) -> Node {
    Node { text_span: 0..0, clause }
}

/// What can stand beside `NEAR`.
fn placed() -> impl Strategy<Value = Node> {
    let word = "[a-zé]{1,5}(-[a-z]{1,3}|’s)?|US|or|near";
    prop_oneof![
        word.prop_map(Clause::Word),
        "[a-z]{1,4}( [A-Z]{1,3})?".prop_map(Clause::Phrase),
        "[a-z]{1,4}".prop_map(Clause::Prefix),
        "[a-z]{1,4}".prop_map(Clause::Suffix),
    ]
    .prop_map(node)
}

fn leaf() -> impl Strategy<Value = Node> {
    let value = "!?[a-z(]{1,3}[ a-z-]{0,3}[a-z)]";
    prop_oneof![
        4 => placed(),
        1 => r"[a-z(|\[\]](\\.|[^/\\\n]){0,6}".prop_map(Clause::Pattern).prop_map(node),
        1 => (placed(), 0..99_u32, placed())
            .prop_map(|(a, n, b)| node(Clause::Near(Box::new(a), n, Box::new(b)))),
        1 => (prop::sample::select(&Facet::ALL[..]), value)
            .prop_map(|(facet, value)| node(Clause::Value(facet, value))),
        1 => r"20\d\d(\.\.)?".prop_map(Clause::Date).prop_map(node),
    ]
}

fn tree() -> impl Strategy<Value = Node> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        let several = prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            inner.prop_map(|inner| negate(0, inner)),
            several.clone().prop_map(|nodes| and(nodes).expect("one or more")),
            several.prop_map(|nodes| or(nodes).expect("one or more")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_printed_parses_to_the_same(root in tree()) {
        let query = Query { root: Some(root) };
        let (again, diagnostics) = Query::parse(&query.to_string());
        prop_assert_eq!(diagnostics, []);
        prop_assert_eq!(again, query);
    }

    #[test]
    fn any_string_parses_and_prints_back(
        text in r#".{0,20}|([ab/*!:"“”()\\-]|NEAR/3|OR|AND|NOT|speaker:|date:| ){0,16}"#
    ) {
        let (query, diagnostics) = Query::parse(&text);
        for diagnostic in diagnostics {
            let Place::Query(span) = diagnostic.place else { panic!("a query has no address") };
            prop_assert!(text.get(span).is_some());
        }
        let (again, _) = Query::parse(&query.to_string());
        prop_assert_eq!(again.to_string(), query.to_string());
        prop_assert_eq!(again, query);
    }
}
