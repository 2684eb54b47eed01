//! What kind of text a file holds, judged as a whole and by its commonest words: news prose in English, prose whose
//! capitals say little, or no English prose at all.
//!
//! In come the tokens of a document, out goes its [`Genre`]. In news four words of ten are function words, in headlines
//! and tweets two; in other languages, code, logs, tables and words at random it is one. Of the 840 articles of PolNeAR's
//! train split one is no prose by these bounds, a page of tweets, and one in a hundred is uneven. Costs a look-up for
//! each word.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::people::lower_case::is_lower_case_word;
use crate::sentences::Sentence;
use crate::tokens::{Token, TokenKind};

/// How far a text can be read as news.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Genre {
    /// English prose in which a capital inside a sentence makes a name. So is a text too short to be judged.
    #[default]
    Prose,
    /// English, with marks or capitals that news has not: a contract, a manual, verse. Only what is certainly a name
    /// is one.
    Uneven,
    /// Another language, code, a log, a table, words at random: not read for statements.
    Other,
}

/// Fewer words tell nothing.
const FEWEST_WORDS: usize = 20;
/// And fewer only whether they are English.
const FEWEST_WORDS_OF_PROSE: usize = 40;
/// Function words of a hundred words: fewer are no English.
const ENGLISH: usize = 12;
/// Fewer are no prose.
const PROSE: usize = 19;
/// Marks of code and mark-up of a hundred tokens: so many are no prose.
const MOST_MARKS: usize = 20;
/// So many are no news.
const MANY_MARKS: usize = 5;
/// Capitals on words that are written without, of a thousand words inside sentences: so many are no news.
const MANY_CAPITALS: usize = 30;
/// Articles without a noun behind them, of a hundred: so many are no language.
const MOST_LONELY_ARTICLES: usize = 15;
/// Fewer articles tell nothing.
const FEWEST_ARTICLES: usize = 20;

/// Words that say how others belong together, [`packed`]. In prose every second or third word is one.
static FUNCTION_WORDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let words = "the a an this that these those his her its my our your their some any no every each both all of in on \
                 at by for from with to about after before during through under over against between among into is are \
                 was were be been has have had do does did will would can could may might must shall should he she they \
                 it i we you who him them us and or but nor so which when while if although because as not than";
    words.split_whitespace().filter_map(packed).collect()
});

/// The letters of a short word as a number, case aside; `None` for a longer one. Every word is looked up, so that it
/// pays not to hash a string.
fn packed(word: &str) -> Option<u64> {
    let fold = |key, byte: u8| key << 8 | u64::from(byte | 0x20);
    (word.len() <= 8).then(|| word.bytes().fold(0, fold))
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    words: usize,
    function_words: usize,
    /// Marks that prose has no use for.
    marks: usize,
    tokens: usize,
    /// Words inside sentences.
    inside: usize,
    /// Those of them that have a capital, none beside them, and are written in lower case elsewhere.
    odd_capitals: usize,
    /// "the", "a", "an".
    articles: usize,
    /// Those of them with a function word or a mark behind them.
    lonely_articles: usize,
}

impl Genre {
    /// The genre of the text that `tokens` and `sentences` are cut from.
    pub fn of(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Self {
        let mut counts = Counts::default();
        for sentence in sentences {
            counts.add(text, &tokens[sentence.tokens.clone()]);
        }
        counts.genre()
    }
}

impl Counts {
    fn add(&mut self, text: &str, tokens: &[Token]) {
        self.tokens += tokens.len();
        let mut is_first = true;
        let mut after_article = false;
        for (at, token) in tokens.iter().enumerate() {
            let word = token.text(text);
            if token.kind != TokenKind::Word {
                self.marks += usize::from(is_odd_mark(token.kind));
                self.lonely_articles += usize::from(after_article && is_pause(token.kind));
                after_article = false;
                // What follows a colon or stands at the beginning of a quotation may begin a sentence.
                is_first |=
                    !matches!(token.kind, TokenKind::Comma | TokenKind::Number | TokenKind::Clitic);
                continue;
            }
            let is_function_word = is_function_word(word);
            self.words += 1;
            self.function_words += usize::from(is_function_word);
            self.marks += usize::from(!is_function_word && word.contains('_'));
            self.lonely_articles += usize::from(after_article && is_function_word);
            after_article = is_function_word && is_article(word);
            self.articles += usize::from(after_article);
            self.inside += usize::from(!is_first);
            if token.is_capitalized() && !is_first && !is_function_word {
                let beside = |at: usize| tokens.get(at).is_some_and(|token| token.is_capitalized());
                let alone = !beside(at + 1) && !beside(at.wrapping_sub(1));
                self.odd_capitals += usize::from(alone && is_lower_case_word(word));
            }
            is_first = false;
        }
    }

    fn genre(self) -> Genre {
        let function_words = self.function_words * 100 / self.words.max(1);
        let marks = self.marks * 100 / self.tokens.max(1);
        let lonely_articles = self.lonely_articles * 100 / self.articles.max(1);
        let odd_capitals = self.odd_capitals * 1_000 / self.inside.max(1);
        let is_salad = self.articles >= FEWEST_ARTICLES && lonely_articles >= MOST_LONELY_ARTICLES;
        let is_no_prose = function_words < PROSE || marks >= MOST_MARKS || is_salad;
        let is_uneven = marks >= MANY_MARKS || odd_capitals >= MANY_CAPITALS;
        let n_words = self.words;
        if n_words >= FEWEST_WORDS && function_words < ENGLISH {
            Genre::Other
        } else if n_words < FEWEST_WORDS_OF_PROSE {
            Genre::Prose
        } else if is_no_prose {
            Genre::Other
        } else if is_uneven {
            Genre::Uneven
        } else {
            Genre::Prose
        }
    }
}

fn is_function_word(word: &str) -> bool {
    packed(word).is_some_and(|key| FUNCTION_WORDS.contains(&key))
}

/// "A" with a capital may be a label or a letter.
fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "an" | "An")
}

/// Marks of code, tables and mark-up.
fn is_odd_mark(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Other | TokenKind::OpenBracket | TokenKind::CloseBracket)
}

/// Marks that no article stands in front of.
fn is_pause(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Comma | TokenKind::Semicolon | TokenKind::Colon | TokenKind::Terminator
    )
}
