//! A small pack, and everything that an engine is asked, for tests and fuzzing: whatever opens must answer
//! without a panic.

use communique_engine::{Engine, View};
use communique_index::corpus::Repair;
use communique_index::fixture::{Said, corpus};
use communique_index::{DocumentIdx, Facet, TextSpan, pack};

/// Where the bytes begin that a checksum is made of.
pub(crate) const CHECKED_FROM: usize = 24;

/// A sound pack with something in every section.
pub(crate) fn bytes() -> Vec<u8> {
    let mut corpus = corpus(&[
        Said::new("a.txt", "ada", "“foreign forces leave us”").about("us ir").dated("2021-04-12"),
        Said { topic: "Of forces".into(), ..Said::new("b.txt", "", "the US withdrawal is near") },
        Said::new("b.txt", "carl", "nothing, he said, of note").on("trade security"),
    ]);
    let repair =
        Repair { text_span: TextSpan::new(0, 4), replacement: "it".into(), rule: "a rule".into() };
    corpus.documents[1].repairs = vec![repair];
    pack::write_in_blocks(&corpus, 1, 1)
}

/// Opens a pack whole, and block by block, and asks for all that a page would show, if it opens.
pub(crate) fn exercise_pack(bytes: &[u8]) {
    let Ok(whole) = Engine::open(bytes.to_vec()) else { return };
    exercise(&whole);
    let (mut here, mut rest) = bytes.split_at(whole.pack().head_len());
    let Ok(engine) = Engine::open_begun(here.to_vec()) else { return };
    while !engine.pack().is_whole() {
        exercise(&engine);
        (here, rest) = rest.split_at(engine.pack().n_missing_next());
        engine.pack().add_texts(here.to_vec()).expect("the whole pack opened");
    }
    exercise(&engine);
}

/// Asks for all that a page would show.
pub(crate) fn exercise(engine: &Engine) {
    for address in [
        "",
        "q=forces&sort=speaker",
        "q=%22foreign+forces%22+OR+with*+OR+us+NEAR/3+leave&country=us,!ir",
        "q=speaker:ada+-the+*al&from=2020-01-01&sort=oldest",
        "q=/for[ce]/+OR+-/no/&country=us,ir&country-all=1",
    ] {
        show(engine, &View::decode(address).0);
    }
    (0..engine.n_documents()).for_each(|idx| _ = engine.document(DocumentIdx::from(idx)));
    engine.pack().to_corpus();
}

/// Asks for all that a page shows of one view.
pub(crate) fn show(engine: &Engine, view: &View) {
    let question = view.question();
    engine.search_patterns(question, communique_regex::finder);
    let answer = engine.answer(question);
    for idx in &answer.statements {
        let card = engine.card(*idx, &answer);
        assert_eq!(card.content.marks_utf16().len(), card.content.marks.len());
    }
    assert_eq!(engine.n_answers(question), answer.statements.len());
    _ = engine.sentence(question).to_string();
    engine.ways_out(question);
    _ = engine.kwic(&answer, None, usize::MAX);
    engine.months(&answer);
    engine.pairs(&answer, Facet::Speaker, Facet::Theme);
    engine.overview();
}
