//! What the command gives for a view, against a brute-force reading of the five articles. The page is held to the
//! same answers by a story in `e2e/`.

#[expect(dead_code, reason = "how many speakers answer is told in the oracle's own tests")]
#[path = "../../../communique-engine/tests/oracle/evaluate.rs"]
mod evaluate;
#[expect(dead_code, reason = "figures and values are told in other tests")]
#[path = "../../src/query.rs"]
mod query;
#[path = "../../../communique-engine/tests/oracle/reader.rs"]
mod reader;
mod seeds;
#[path = "../../../communique-engine/tests/oracle/views.rs"]
mod views;
#[path = "../../../communique-engine/tests/oracle/wanted.rs"]
mod wanted;

use communique_engine::{Engine, View};
use communique_export::Format;
use communique_index::{Facet, pack};

#[test]
fn rows_totals_and_counts_equal_those_of_a_brute_force_reading() {
    let corpus = seeds::corpus();
    let engine = Engine::open(pack::write(&corpus)).expect("the pack just made opens");
    let checked = seeds::checked(&corpus, 1000);
    for view in &checked {
        let address = &view.address;
        assert_eq!(ids(&engine, address), view.ids, "?{address}");
        let answer = engine.answer(View::decode(address).0.question());
        let totals = (answer.totals.passages, answer.totals.documents, answer.totals.undated);
        assert_eq!(totals, (view.passages, view.documents, view.undated), "?{address}");
        for facet in Facet::ALL {
            let counts: Vec<_> = answer.facets[facet].iter().map(|row| row.count).collect();
            assert_eq!(counts, view.counts[facet], "{facet:?} of ?{address}");
        }
    }
    // Views that find nothing, or everything, would prove little.
    let n_telling = checked.iter().filter(|view| (1..60).contains(&view.ids.len())).count();
    assert!(n_telling > 300, "{n_telling} of {} views found some", checked.len());
}

/// Ids of the rows that the command gives for `address`, in their order.
fn ids(engine: &Engine, address: &str) -> Vec<String> {
    let mut out = Vec::new();
    let asked = query::Asked::new(engine, address, "");
    asked.write_statements(&mut out, Format::Ndjson).expect("a vector takes all");
    let text = String::from_utf8(out).expect("rows are UTF-8");
    let id = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).expect("a row is JSON");
        row["id"].as_str().expect("a row has an id").to_owned()
    };
    text.lines().map(id).collect()
}
