//! Source – cue – content: who says, by which words, what (the relation of PARC and PolNeAR; Pareti 2015).
//!
//! In goes a [`Reading`], out come its attributions, in the order of their cues. Only body paragraphs make
//! any, and cues inside a quotation make none: of nested attributions only the outermost counts. Who a source
//! is, and which country or theme the content is about, is for later steps.

use communique_index::SegmentRole;
use communique_index::corpus::Kind;
use communique_words::say;

use crate::genre::Genre;
use crate::quotes::Quotations;
use crate::reading::{ReadSpan, Reading};
use crate::sentences::Prose;

mod assertion;
mod build;
mod choices;
mod content;
mod lexicon;
mod phrase;
mod shapes;
mod sites;
mod sources;
mod text;
mod topic;
pub mod training;
mod turns;
mod weights;
mod words;

pub use build::kind_of;
use choices::Weighing;
pub use lexicon::cue_lemma;
use sites::Site;
use text::Text;
use turns::Turn;
pub use weights::Weights;
use weights::weights;

/// One attribution found in a body paragraph, before it is known who the source is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Index into [`Reading::paragraphs`](crate::reading::Reading::paragraphs) of the cue.
    pub paragraph: usize,
    /// The words that name who said it, with their appositions; `None` where nothing in the sentence does.
    /// Where the cue has no words of its own ("…, stressing that …") these are the ones of `source_from`, or
    /// those of the main clause.
    pub source: Option<ReadSpan>,
    /// Whether the cue has no source words of its own.
    pub implied: bool,
    /// The attribution whose source an implied one shares. Index into the list of attributions.
    pub source_from: Option<usize>,
    /// The reporting words.
    pub cue: ReadSpan,
    /// Dictionary form of the cue's verb: "say", "accord".
    pub cue_lemma: String,
    /// What was said; sorted, disjoint, at least one.
    pub content: Vec<ReadSpan>,
    /// How much of the content is quoted.
    pub kind: Kind,
    /// What it is about, outside the content.
    pub topic: Option<ReadSpan>,
    /// To whom it was said, where the cue has an object: "told the premier that".
    pub listener: Option<ReadSpan>,
    /// What the sentence looks like.
    pub pattern: Pattern,
}

/// What a sentence that attributes looks like; `Display` says it to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// “We won,” Lee said.
    QuotationBefore,
    /// “We won,” Lee said. “It is over.”
    QuotationAround,
    /// Lee said: “We won.”
    QuotationAfter,
    /// Lee said that the talks failed.
    ThatClause,
    /// Lee said the talks failed.
    Clause,
    /// Lee called the deal “a gift”.
    Object,
    /// The talks failed, Lee said.
    ContentBefore,
    /// The talks, Lee said, failed.
    ContentAround,
    /// According to Lee, the talks failed.
    AccordingTo,
    /// …, adding that the talks failed.
    Participle,
    /// … and added that the talks failed.
    SharedSubject,
    /// Lee: “We won.”
    Label,
}

impl Pattern {
    /// The pattern in plain words.
    pub fn told(self) -> String {
        let text = match self {
            Pattern::QuotationBefore => say::PATTERN_QUOTATION_BEFORE,
            Pattern::QuotationAround => say::PATTERN_QUOTATION_AROUND,
            Pattern::QuotationAfter => say::PATTERN_QUOTATION_AFTER,
            Pattern::ThatClause => say::PATTERN_THAT_CLAUSE,
            Pattern::Clause => say::PATTERN_CLAUSE,
            Pattern::Object => say::PATTERN_OBJECT,
            Pattern::ContentBefore => say::PATTERN_CONTENT_BEFORE,
            Pattern::ContentAround => say::PATTERN_CONTENT_AROUND,
            Pattern::AccordingTo => say::PATTERN_ACCORDING_TO,
            Pattern::Participle => say::PATTERN_PARTICIPLE,
            Pattern::SharedSubject => say::PATTERN_SHARED_SUBJECT,
            Pattern::Label => say::PATTERN_LABEL,
        };
        text.told()
    }
}

/// Finds the attributions of `reading`, in the order of their cues; none where it is no English prose.
pub fn attribute(reading: &Reading, prose: &Prose) -> Vec<Attribution> {
    attribute_by(weights(), reading, prose)
}

/// As [`attribute`], with choices made by other weights than those learned from all articles.
pub fn attribute_by(weights: &Weights, reading: &Reading, prose: &Prose) -> Vec<Attribution> {
    if prose.genre == Genre::Other {
        return Vec::new();
    }
    let quotes = Quotations::find(prose);
    let text = Text::new(prose, &quotes);
    let places = Places::find(&text, reading);
    build::attributions(&text, &content::claims(&text, &places, &mut Weighing::by(weights)))
}

/// Where statements may be made: in body paragraphs only.
struct Places {
    /// Where a cue may stand, in order.
    sites: Vec<Site>,
    /// Where people take turns, in order.
    turns: Vec<Turn>,
}

impl Places {
    fn find(text: &Text, reading: &Reading) -> Self {
        let is_body = |paragraph: usize| reading.paragraphs[paragraph].role == SegmentRole::Body;
        let mut sites = Vec::new();
        for sentence in text.prose.sentences.iter().filter(|s| is_body(s.paragraph)) {
            sites::find(text, sentence.tokens.clone(), &mut sites);
        }
        Self { sites, turns: turns::turns(text, is_body) }
    }
}

#[cfg(test)]
pub(crate) mod tests;
