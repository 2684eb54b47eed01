//! What the forms of a word have in common.

use std::borrow::Cow;

/// The stem of a term: equal for `withdraw`, `withdrawal`, `withdrawing`. Terms in other scripts, numbers and
/// acronyms are their own stems.
///
/// The algorithm is Porter2 (Snowball's English stemmer), through the crate `rust-stemmers`.
pub fn stem(term: &str) -> Cow<'_, str> {
    match term.bytes().all(|byte| byte.is_ascii_lowercase()) {
        true => rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English).stem(term),
        false => Cow::Borrowed(term),
    }
}
