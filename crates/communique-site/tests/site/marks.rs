//! What is marked on pages: statements that were put right, and themes that are only suggested.

use communique_index::Corpus;

use crate::made::{site, talks, texts};

/// The fixture's statements without quotation marks are corrected, and its themes suggested.
fn trusted() -> Corpus {
    let mut corpus = talks();
    corpus.site.has_suggested_themes = false;
    corpus.statements.iter_mut().for_each(|statement| statement.is_corrected = false);
    corpus
}

#[test]
fn statements_that_were_put_right_say_so() {
    let marks = |corpus: &Corpus| {
        texts(site(corpus, None).text("document/lima.html").unwrap(), ".statement__corrected")
    };
    assert_eq!(marks(&talks()), ["corrected by the publisher"], "one of two");
    assert_eq!(marks(&trusted()), Vec::<String>::new());
}

#[test]
fn themes_that_are_suggested_say_so_wherever_they_are_listed() {
    let pages = ["index.html", "theme/index.html", "theme/talks.html", "speaker/ann-lee.html"];
    let said = |corpus: &Corpus| {
        let files = site(corpus, None);
        pages.map(|path| {
            texts(files.text(path).unwrap(), "body").concat().matches("suggested").count()
        })
    };
    assert_eq!(said(&talks()), [1, 1, 1, 1]);
    assert_eq!(said(&trusted()), [0; 4]);
}
