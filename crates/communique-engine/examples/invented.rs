//! Writes an invented corpus for the bench in the browser: `corpus.pack`, the same statements as plain JSON for
//! the engines it is compared with (`statements.json`), and the query strings of sixty views with how many
//! statements each has (`views.json`).
//!
//! `cargo run --release -p communique-engine --example invented -- 10000 FOLDER`

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use communique_engine::{Engine, View};
use communique_index::fixture::invented;
use communique_index::{Corpus, Facet, Statement, pack};
use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let usage = "usage: invented STATEMENTS FOLDER";
    let mut arguments = std::env::args().skip(1);
    let n_statements = arguments.next().ok_or(usage)?.parse()?;
    let folder = PathBuf::from(arguments.next().ok_or(usage)?);
    fs::create_dir_all(&folder)?;

    let corpus = invented::corpus(n_statements);
    let statements: Vec<_> = corpus.statements.iter().map(|one| plain(&corpus, one)).collect();
    let bytes = pack::write(&corpus);
    let engine = Engine::open(bytes.clone())?;
    let n_hits = |address: &String| engine.n_answers(View::decode(address).0.question());
    let views: Vec<_> = invented::views(&corpus)
        .iter()
        .map(|address| json!({ "address": address, "total": n_hits(address) }))
        .collect();
    fs::write(folder.join("corpus.pack"), bytes)?;
    fs::write(folder.join("statements.json"), serde_json::to_vec(&statements)?)?;
    fs::write(folder.join("views.json"), serde_json::to_vec(&views)?)?;
    Ok(())
}

/// A statement as an object: `id`, `text`, `date` and for each facet the list of its keys.
fn plain(corpus: &Corpus, statement: &Statement) -> Value {
    let document = &corpus.documents[statement.document.get()];
    let mut object = Map::from_iter([
        ("id".to_owned(), statement.id.as_str().into()),
        ("text".to_owned(), document.text[statement.content[0].range()].into()),
        ("date".to_owned(), document.date.map(|date| date.to_string()).into()),
    ]);
    for facet in Facet::ALL {
        let key = |value: &communique_index::ValueIdx| {
            Value::from(corpus.facet_values[facet][value.get()].key.as_str())
        };
        object.insert(facet.key().to_owned(), statement.values[facet].iter().map(key).collect());
    }
    Value::Object(object)
}
