//! Source – cue – content: who says, by which words, what (the relation of PARC and PolNeAR; Pareti 2015).

use crate::reading::ReadSpan;

/// One attribution found in a body paragraph, before it is known who the source is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Index into [`Reading::paragraphs`](crate::reading::Reading::paragraphs) of the cue.
    pub paragraph: usize,
    /// The words that name who said it; `None` when implied.
    pub source: Option<ReadSpan>,
    /// The source the sentence's structure lends to an implied one: that of the main clause, or of the
    /// statement before. Index into the list of attributions.
    pub source_from: Option<usize>,
    /// The reporting words.
    pub cue: ReadSpan,
    /// Dictionary form of the cue's verb: "say", "accord".
    pub cue_lemma: String,
    /// What was said; sorted, disjoint, at least one.
    pub content: Vec<ReadSpan>,
    /// What it is about, outside the content.
    pub topic: Option<ReadSpan>,
    /// To whom it was said, where the cue has an object: "told the premier that".
    pub listener: Option<ReadSpan>,
}
