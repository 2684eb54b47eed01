//! Prints random views over the five articles as JSON, each with what a brute-force reading of them finds: what the
//! stories in the browser hold the page to. The argument says how many.

#[expect(dead_code, reason = "how many speakers answer is told in the oracle's own tests")]
#[path = "../../communique-engine/tests/oracle/evaluate.rs"]
mod evaluate;
#[path = "../../communique-engine/tests/oracle/reader.rs"]
mod reader;
#[path = "../tests/views/seeds.rs"]
mod seeds;
#[path = "../../communique-engine/tests/oracle/views.rs"]
mod views;
#[path = "../../communique-engine/tests/oracle/wanted.rs"]
mod wanted;

use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let n = std::env::args().nth(1).ok_or("usage: views HOW-MANY")?.parse()?;
    let views = seeds::checked(&seeds::corpus(), n);
    let views: Vec<Value> = views.into_iter().map(record).collect();
    serde_json::to_writer(std::io::stdout().lock(), &views)?;
    Ok(())
}

/// The view under the names that the script interface uses.
fn record(view: seeds::Checked) -> Value {
    let counts = view.counts.iter().map(|(facet, counts)| (facet.key().to_owned(), json!(counts)));
    json!({
        "address": view.address,
        "ids": view.ids,
        "passages": view.passages,
        "documents": view.documents,
        "undated": view.undated,
        "counts": counts.collect::<Map<_, _>>(),
    })
}
