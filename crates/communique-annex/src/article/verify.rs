//! Whether an article is still the file that was published: the file is written again from its text, hashed
//! (SHA-256, FIPS 180-4), and cut where its statements are said to be.

use std::fmt;

use sha2::{Digest, Sha256};

use communique_engine::DocumentPage;
use communique_engine::document::Place;
use communique_words::say;

/// What verifying an article found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The bytes have the published hash, and the words of each statement are at their bytes.
    Sound {
        /// How long the file is.
        n_bytes: usize,
        /// How many statements were looked up in it.
        n_statements: usize,
    },
    /// The encoding has no bytes for some character of the text.
    NotOfItsEncoding,
    /// The bytes have another hash.
    OtherHash(String),
    /// The hash is right, but at the bytes of this many statements are other words than are shown.
    OtherWords(usize),
}

impl Verdict {
    /// Whether all is as published.
    pub fn is_sound(&self) -> bool {
        matches!(self, Verdict::Sound { .. })
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let statements = |n: usize| say::VERIFY_STATEMENTS.of(n);
        f.write_str(&match self {
            Verdict::Sound { n_bytes, n_statements } => say::VERIFY_SOUND
                .fill([&say::VERIFY_BYTES.of(*n_bytes), &statements(*n_statements)]),
            Verdict::NotOfItsEncoding => say::VERIFY_ENCODING.text().to_owned(),
            Verdict::OtherHash(hash) => say::VERIFY_HASH.fill([hash]),
            Verdict::OtherWords(n) => say::VERIFY_WORDS.fill([&statements(*n)]),
        })
    }
}

/// Verifies an article.
pub fn verify(page: &DocumentPage) -> Verdict {
    let Some(file) = page.encoding.file(&page.text) else { return Verdict::NotOfItsEncoding };
    let hash: String = Sha256::digest(&file).iter().map(|byte| format!("{byte:02x}")).collect();
    if hash != page.sha256 {
        return Verdict::OtherHash(hash);
    }
    let is_in_place = |place: &Place| {
        let bytes = page.encoding.file(&page.text[place.text.clone()]);
        bytes.is_some_and(|bytes| {
            file.get(place.published.range()) == Some(&bytes[page.encoding.bom_len()..])
        })
    };
    let n_misplaced =
        page.statements.iter().filter(|said| !said.content.iter().all(is_in_place)).count();
    match n_misplaced {
        0 => Verdict::Sound { n_bytes: file.len(), n_statements: page.statements.len() },
        n => Verdict::OtherWords(n),
    }
}

#[cfg(test)]
mod tests {
    use communique_engine::Engine;
    use communique_index::fixture::{Said, corpus};
    use communique_index::{DocumentIdx, Encoding, pack};

    use super::*;

    fn page(encoding: Encoding) -> DocumentPage {
        let mut corpus =
            corpus(&[Said::new("a.txt", "ada", "“café”"), Said::new("a.txt", "bob", "no")]);
        let document = &mut corpus.documents[0];
        document.encoding = encoding;
        let file = encoding.file(&document.text).expect("every character has bytes");
        document.sha256 = Sha256::digest(file).into();
        let engine = Engine::open(pack::write(&corpus)).expect("a sound pack");
        engine.document(DocumentIdx(0))
    }

    #[test]
    fn an_article_as_published_is_sound_in_every_encoding() {
        for encoding in
            [Encoding::Utf8, Encoding::Utf8Bom, Encoding::Utf16Le, Encoding::Windows1252]
        {
            let verdict = verify(&page(encoding));
            assert!(matches!(verdict, Verdict::Sound { n_statements: 2, .. }), "{verdict:?}");
        }
    }

    #[test]
    fn one_other_byte_is_told() {
        let mut flipped = page(Encoding::Utf8);
        flipped.text.replace_range(0..1, "B");
        assert!(matches!(verify(&flipped), Verdict::OtherHash(_)));
        let mut moved = page(Encoding::Utf8);
        moved.statements[1].content[0].published.start -= 1;
        assert_eq!(verify(&moved), Verdict::OtherWords(1));
        let mut foreign = page(Encoding::Windows1252);
        foreign.text.push('中');
        assert_eq!(verify(&foreign), Verdict::NotOfItsEncoding);
    }
}
