//! Text as the gazetteer walks it: words of letters and digits, and what lies between them.
//!
//! Coarser than the sentence tokens on purpose: here a hyphen or an apostrophe parts two words
//! (`Tehran-Baku`, `Iran’s`, `anti-American`), so that a word boundary is all a match needs.

use crate::reading::ReadSpan;

/// What parts a word from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// White space alone: the two may be one name.
    Space,
    /// A hyphen, an apostrophe, an ampersand or the full stop of an initial: the two may be one name.
    Mark,
    /// A comma: one name only where the listed form has a comma too ("Athens, Georgia").
    Comma,
    /// Anything else, such as the end of a sentence.
    Break,
}

/// A run of letters and digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: ReadSpan,
    /// What comes before it; [`Gap::Break`] for the first.
    pub(super) gap: Gap,
}

impl Word {
    pub(super) fn slice(self, text: &str) -> &str {
        &text[self.span.start as usize..self.span.end as usize]
    }

    /// Whether only a full stop is between this word and the one before, as within initials.
    pub(super) fn is_joined(self, text: &str) -> bool {
        let before = text[..self.span.start as usize].strip_suffix('.');
        self.gap == Gap::Mark
            && before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
    }
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5);
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if c.is_alphanumeric() => start = Some(at),
            Some(from) if !c.is_alphanumeric() => {
                let gap = words.last().map_or(Gap::Break, |before| {
                    gap(
                        &text[before.span.end as usize..from],
                        (before.span.end - before.span.start) as usize,
                    )
                });
                words.push(Word { span: ReadSpan { start: from as u32, end: at as u32 }, gap });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Judges what lies between two words, the first of them `n_before` bytes long.
fn gap(between: &str, n_before: usize) -> Gap {
    let mut gap = Gap::Space;
    for c in between.chars() {
        gap = match c {
            '\n' if between.matches('\n').count() > 1 => return Gap::Break,
            c if c.is_whitespace() => gap,
            ',' if gap == Gap::Space => Gap::Comma,
            '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '&' if gap == Gap::Space => Gap::Mark,
            // The stop of an initial or of "St.", never the end of a sentence.
            '.' if gap == Gap::Space && n_before <= 2 => Gap::Mark,
            _ => return Gap::Break,
        };
    }
    gap
}

/// Appends `word` in lower case and without accents.
pub(super) fn fold_into(word: &str, folded: &mut String) {
    if word.is_ascii() {
        folded.extend(word.bytes().map(|b| b.to_ascii_lowercase() as char));
        return;
    }
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ì'..='ï' | 'ī' | 'ı' => folded.push('i'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' => folded.push('o'),
            'ş' | 'š' | 'ș' | 'ś' => folded.push('s'),
            'ù'..='ü' | 'ū' | 'ů' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ž' | 'ź' | 'ż' => folded.push('z'),
            'ğ' => folded.push('g'),
            'ț' | 'ţ' => folded.push('t'),
            // Left over by lower-casing İ, and accents written on their own.
            '\u{300}'..='\u{36f}' => {}
            c => folded.push(c),
        }
    }
}

/// Whether the word starts with a capital.
pub(super) fn is_capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the word is two or more letters, all capital.
pub(super) fn is_upper(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(|c| c.is_uppercase() || c.is_numeric())
}
