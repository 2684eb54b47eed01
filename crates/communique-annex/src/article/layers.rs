//! An article cut into what its layers show: lines, and in each line runs of text that belong to one
//! statement or none, changed by a repair or not.
//!
//! The runs of a line, put together, are the line's text in that layer, byte for byte.

use std::ops::Range;

use communique_engine::DocumentPage;
use communique_engine::document::Place;
use communique_index::corpus::SegmentRole;

/// How an article is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Every line, as the file has it.
    Published,
    /// As it is read and matched: with repairs, without what was removed.
    Repaired,
    /// What reading leaves out, with the rule that removed it.
    Removed,
}

/// One line of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// 1-based line of the file.
    pub number: u32,
    /// What it is.
    pub role: SegmentRole,
    /// The rule that removed it, or empty.
    pub rule: String,
    /// Its text, in order.
    pub runs: Vec<Run>,
}

/// Text that is shown in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What is read.
    pub text: String,
    /// The statement it belongs to: an index into [`DocumentPage::statements`]. Where statements overlap, the
    /// first has the text.
    pub statement: Option<usize>,
    /// Whether that statement begins here.
    pub starts: bool,
    /// The repair it comes from: an index into [`DocumentPage::repairs`].
    pub repair: Option<usize>,
}

/// The lines of an article that `layer` shows.
pub fn lines(layer: Layer, page: &DocumentPage) -> Vec<Line> {
    let cutter = Cutter::new(layer, page);
    let segments = page.segments.iter().filter(|segment| match layer {
        Layer::Published => true,
        Layer::Repaired => segment.role != SegmentRole::Boilerplate,
        Layer::Removed => segment.role == SegmentRole::Boilerplate,
    });
    let mut has_begun = vec![false; page.statements.len()];
    segments
        .map(|segment| Line {
            number: segment.line,
            role: segment.role,
            rule: segment.rule.clone(),
            runs: cutter.runs(cutter.range(&segment.place), &mut has_begun),
        })
        .collect()
}

/// The text of one layer, and where its statements and repairs are.
struct Cutter<'p> {
    layer: Layer,
    text: &'p str,
    said: Vec<Vec<Range<usize>>>,
    repairs: Vec<Range<usize>>,
}

impl<'p> Cutter<'p> {
    fn new(layer: Layer, page: &'p DocumentPage) -> Self {
        let mut cutter = Self { layer, text: &page.text, said: Vec::new(), repairs: Vec::new() };
        if layer == Layer::Repaired {
            cutter.text = &page.reading;
            cutter.repairs =
                page.repairs.iter().map(|repair| cutter.range(&repair.place)).collect();
        }
        let ranges = |content: &[Place]| content.iter().map(|place| cutter.range(place)).collect();
        cutter.said = page.statements.iter().map(|said| ranges(&said.content)).collect();
        cutter
    }

    fn range(&self, place: &Place) -> Range<usize> {
        match self.layer {
            Layer::Published | Layer::Removed => place.text.clone(),
            Layer::Repaired => place.reading.clone(),
        }
    }

    /// Cuts `line` where statements and repairs begin and end.
    fn runs(&self, line: Range<usize>, has_begun: &mut [bool]) -> Vec<Run> {
        let marks = self.said.iter().flatten().chain(&self.repairs);
        let marks = marks.flat_map(|range| [range.start, range.end]);
        // A line has few cuts. Put in place one by one, they need no sort of their own in the module.
        let mut cuts = vec![line.start, line.end];
        for cut in marks.filter(|cut| line.start < *cut && *cut < line.end) {
            if let Err(place) = cuts.binary_search(&cut) {
                cuts.insert(place, cut);
            }
        }
        let run = |piece: &[usize]| {
            let holds = |range: &Range<usize>| range.start <= piece[0] && piece[1] <= range.end;
            let statement = self.said.iter().position(|content| content.iter().any(holds));
            Run {
                text: self.text[piece[0]..piece[1]].to_owned(),
                statement,
                starts: statement.is_some_and(|idx| !std::mem::replace(&mut has_begun[idx], true)),
                repair: self.repairs.iter().position(holds),
            }
        };
        cuts.windows(2).map(run).collect()
    }
}

#[cfg(test)]
mod tests {
    use communique_engine::Engine;
    use communique_index::corpus::Repair;
    use communique_index::fixture::{Said, corpus};
    use communique_index::{DocumentIdx, TextSpan, pack};

    use super::*;

    /// `Ada said Irans envoy left` and a removed line below it.
    fn page() -> DocumentPage {
        let said =
            ["Irans envoy left", "advertisement"].map(|words| Said::new("a.txt", "ada", words));
        let mut corpus = corpus(&said);
        corpus.statements.truncate(1);
        let document = &mut corpus.documents[0];
        document.segments[1].role = SegmentRole::Boilerplate;
        document.segments[1].rule = "an advertisement".to_owned();
        let place = |part: &str| document.text.find(part).expect("a part of the text");
        let repair = |start: usize, end: usize, replacement: &str| Repair {
            text_span: TextSpan::new(start, end),
            replacement: replacement.to_owned(),
            rule: "lost mark".to_owned(),
        };
        let (name, verb) = (place("Irans"), place("left"));
        let repairs = vec![repair(name, name + 5, "Iran’s"), repair(verb, verb, "“")];
        document.repairs = repairs;
        let engine = Engine::open(pack::write(&corpus)).expect("a sound pack");
        engine.document(DocumentIdx(0))
    }

    fn spelt(layer: Layer) -> Vec<(u32, String)> {
        let spell = |run: &Run| match (run.statement, run.repair) {
            (Some(_), Some(_)) => format!("[+{}]", run.text),
            (Some(_), None) => format!("[{}]", run.text),
            (None, _) => run.text.clone(),
        };
        let lines = lines(layer, &page());
        lines.iter().map(|line| (line.number, line.runs.iter().map(spell).collect())).collect()
    }

    #[test]
    fn each_layer_shows_its_lines_with_what_was_said() {
        let published = [(1, "Ada said [Irans envoy left]"), (2, "Ada said advertisement")];
        assert_eq!(spelt(Layer::Published), published.map(|(n, line)| (n, line.to_owned())));
        let repaired = [(1, "Ada said [+Iran’s][ envoy ][+“][left]".to_owned())];
        assert_eq!(spelt(Layer::Repaired), repaired);
        assert_eq!(spelt(Layer::Removed), [(2, "Ada said advertisement".to_owned())]);
    }

    #[test]
    fn a_statement_begins_once() {
        let lines = lines(Layer::Repaired, &page());
        assert_eq!(lines[0].runs.iter().filter(|run| run.starts).count(), 1);
    }

    #[test]
    fn the_runs_are_the_line() {
        let page = page();
        for (line, segment) in lines(Layer::Published, &page).iter().zip(&page.segments) {
            let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
            assert_eq!(text, page.text[segment.place.text.clone()]);
        }
    }
}
