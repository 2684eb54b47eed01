//! Cards and documents: the layers of a text, and places that lead back to the file as published.

use communique_engine::{DocumentPage, Engine, View};
use communique_index::corpus::{Corpus, Repair, SegmentRole};
use communique_index::fixture::{Said, corpus};
use communique_index::{DocumentIdx, Encoding, StatementIdx, TextSpan, pack};

/// One document, Windows-1252, with a repair and a statement in two parts.
fn sample() -> Corpus {
    let mut corpus = corpus(&[
        Said {
            topic: "Of Irans é".into(),
            ..Said::new("a.txt", "ada", "stay home, he said, go away")
        },
        Said::new("a.txt", "", "“nothing”").dated("2021-04-12").about("ir us").on("travel"),
    ]);
    let document = &mut corpus.documents[0];
    document.encoding = Encoding::Windows1252;
    document.segments[1].role = SegmentRole::Boilerplate;
    document.segments[1].rule = "removed for the test".into();
    let s = document.text.find("s é").expect("as written above");
    document.repairs = vec![Repair {
        text_span: TextSpan::new(s, s + 1),
        replacement: "’s".into(),
        rule: "a lost apostrophe".into(),
    }];
    let at = |words: &str| {
        let start = document.text.find(words).expect("as written above");
        TextSpan::new(start, start + words.len())
    };
    corpus.statements[0].content = vec![at("stay home"), at("go away")];
    corpus.statements[0].office = "Countess".into();
    corpus
}

fn engine() -> Engine {
    Engine::open(pack::write(&sample())).expect("a sound corpus opens")
}

#[test]
fn a_card_shows_the_statement_as_read() {
    let engine = engine();
    let (view, _) = View::decode("q=iran+away");
    let answer = engine.answer(view.question());
    let card = engine.card(answer.statements[0], &answer);
    assert_eq!(card.id, "a.txt-1");
    assert_eq!((card.speaker.label.as_str(), card.is_resolved), ("Ada", true));
    assert_eq!(
        (card.office.as_str(), card.source.as_str(), card.cue.as_str()),
        ("Countess", "Ada", "said")
    );
    let topic = card.topic.expect("it has one");
    assert_eq!(
        (topic.text.as_str(), &topic.text[topic.marks[0].clone()]),
        ("Of Iran’s é", "Iran’s")
    );
    assert_eq!(card.content.text, "stay home … go away");
    assert_eq!(card.content.pieces().last(), Some(("away", true)));
    // In Windows-1252 é is one byte, so that places behind it are one less than in the text.
    let file: Vec<u8> = sample().documents[0].text.chars().map(|c| c as u8).collect();
    let words =
        |span: communique_index::Span| String::from_utf8_lossy(&file[span.range()]).into_owned();
    assert_eq!(
        card.published.content.into_iter().map(words).collect::<Vec<_>>(),
        ["stay home", "go away"]
    );
}

#[test]
fn a_card_names_its_values() {
    let engine = engine();
    let answer = engine.answer(View::default().question());
    let card = engine.card(StatementIdx(1), &answer);
    assert!(!card.is_resolved);
    assert_eq!(card.source, "");
    let keys = |values: &[communique_engine::ValueLabel]| {
        values.iter().map(|value| value.key.clone()).collect::<Vec<_>>()
    };
    assert_eq!(keys(&card.countries), ["ir", "us"]);
    assert_eq!(keys(&card.themes), ["travel"]);
    assert_eq!(card.date.map(|date| date.to_string()).as_deref(), Some("2021-04-12"));
}

#[test]
fn a_document_shows_every_layer() {
    let engine = engine();
    let page: DocumentPage = engine.document(DocumentIdx(0));
    assert_eq!(page.sha256, "07".repeat(32));
    assert_eq!(page.encoding, Encoding::Windows1252);
    assert_eq!(page.segments[1].role, SegmentRole::Boilerplate);
    let repair = &page.repairs[0];
    assert_eq!(&page.text[repair.place.text.clone()], "s");
    assert_eq!(&page.reading[repair.place.reading.clone()], "’s");
    let statement = &page.statements[0];
    let topic = statement.topic.clone().expect("it has one");
    assert_eq!(&page.text[topic.text], "Of Irans é");
    assert_eq!(&page.reading[topic.reading], "Of Iran’s é");
    assert_eq!(topic.published.len(), "Of Irans e".len());
    let words = |place: &communique_engine::document::Place| {
        assert_eq!(page.text[place.text.clone()], page.reading[place.reading.clone()]);
        page.text[place.text.clone()].to_owned()
    };
    assert_eq!(statement.content.iter().map(words).collect::<Vec<_>>(), ["stay home", "go away"]);
    assert_eq!(words(&statement.cue), "said");
}

#[test]
fn ids_and_files_lead_to_their_places() {
    let engine = engine();
    assert_eq!(engine.statement("a.txt-2"), Some(StatementIdx(1)));
    assert_eq!(engine.statement("a.txt-3"), None);
    assert_eq!(engine.document_of("a.txt"), Some(DocumentIdx(0)));
    assert_eq!(engine.document_of("b.txt"), None);
}

#[test]
fn undated_statements_are_counted_where_a_range_leaves_them_out() {
    let said = [
        Said::new("a.txt", "ada", "one").dated("2020-05-05"),
        Said::new("b.txt", "ada", "two"),
        Said::new("c.txt", "carl", "three"),
    ];
    let engine = Engine::open(pack::write(&corpus(&said))).expect("a sound corpus opens");
    let totals = |address: &str| engine.answer(View::decode(address).0.question()).totals;
    assert_eq!((totals("").undated, totals("").undated_left_out), (2, 0));
    let ranged = totals("from=2020-01-01&speaker=ada");
    assert_eq!((ranged.statements, ranged.undated, ranged.undated_left_out), (1, 0, 1));
}
