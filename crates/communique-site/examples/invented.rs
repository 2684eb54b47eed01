//! What the bench in the browser compares: a site of invented statements, and the same statements as plain JSON for
//! other engines.
//!
//! `cargo run --release -p communique-site --example invented -- 10000 dist FOLDER` reads the built page in
//! `dist` and writes into the folder `site/`; `texts.json`, a text a statement; `columns.json`, the rest of
//! each statement; `views.json`, the query strings of sixty views with how many statements each has; and
//! `articles.json`, the bytes of all articles' texts.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use communique_engine::{Engine, View};
use communique_index::fixture::invented;
use communique_index::{Corpus, Facet, Statement, ValueIdx, pack};
use communique_site::{Edition, Page, place, publish};
use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [n_statements, page, folder] = &arguments[..] else {
        return Err("usage: invented STATEMENTS PAGE FOLDER".into());
    };
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let corpus = invented::corpus(n_statements.parse()?);
    let pack = pack::write(&corpus);
    let site = publish(&Page::read(page.as_ref())?, &Edition { pack: &pack, url: None })?;
    place::put(&site, &folder.join("site"))?;
    let texts: Vec<_> = corpus.statements.iter().map(|one| text(&corpus, one)).collect();
    for (file, content) in [
        ("texts.json", json!(texts)),
        ("columns.json", columns(&corpus)),
        ("views.json", views(&corpus, &Engine::open(pack)?)),
        ("articles.json", articles(&corpus)),
    ] {
        fs::write(folder.join(file), serde_json::to_vec(&content)?)?;
    }
    Ok(())
}

fn text<'c>(corpus: &'c Corpus, statement: &Statement) -> &'c str {
    &corpus.documents[statement.document.get()].text[statement.content[0].range()]
}

/// `ids` and `dates` of all statements; for each facet its `values` and the places in them that each statement has.
fn columns(corpus: &Corpus) -> Value {
    let date =
        |one: &Statement| corpus.documents[one.document.get()].date.map(|date| date.to_string());
    let facet = |facet: Facet| {
        let keys: Vec<_> = corpus.facet_values[facet].iter().map(|value| &value.key).collect();
        let places = |one: &Statement| -> Vec<_> {
            one.values[facet].iter().map(|ValueIdx(place)| *place).collect()
        };
        let of: Vec<_> = corpus.statements.iter().map(places).collect();
        (facet.key().to_owned(), json!({ "values": keys, "of": of }))
    };
    json!({
        "ids": corpus.statements.iter().map(|one| &one.id).collect::<Vec<_>>(),
        "dates": corpus.statements.iter().map(date).collect::<Vec<_>>(),
        "facets": Facet::ALL.into_iter().map(facet).collect::<Map<_, _>>(),
    })
}

fn articles(corpus: &Corpus) -> Value {
    let bytes: usize = corpus.documents.iter().map(|document| document.text.len()).sum();
    json!({ "bytes": bytes })
}

fn views(corpus: &Corpus, engine: &Engine) -> Value {
    let n_hits = |address: &str| engine.n_answers(View::decode(address).0.question());
    let view = |address: String| json!({ "total": n_hits(&address), "address": address });
    invented::views(corpus).into_iter().map(view).collect()
}
