//! What the forms of a word have in common.

use std::borrow::Cow;

use super::spelling::american;

/// The stem of a term: equal for `withdraw`, `withdrawal`, `withdrawing`, and for `neighbours`, `neighbor`. Terms in other scripts, numbers and
/// acronyms are their own stems.
///
/// The algorithm is Porter2 (Snowball's English stemmer), through the crate `rust-stemmers`.
pub fn stem(term: &str) -> Cow<'_, str> {
    if !term.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(term);
    }
    let stemmer = rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English);
    match american(term) {
        Cow::Borrowed(term) => stemmer.stem(term),
        Cow::Owned(term) => Cow::Owned(stemmer.stem(&term).into_owned()),
    }
}
