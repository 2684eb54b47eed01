//! Who speaks in an article, each with a colour of their own, and the way from statement to statement.

use communique_engine::{DocumentPage, ValueLabel};
use communique_index::StatementIdx;

/// How many colours there are (`--voice-0` and on in `www/styles/tokens.css`). Further speakers share the last.
pub const N_COLORS: usize = 8;

/// A speaker of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who.
    pub speaker: ValueLabel,
    /// Statements in the article.
    pub n_statements: usize,
}

/// The speakers of an article, in the order in which they first speak.
pub fn voices(page: &DocumentPage) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for said in &page.statements {
        match voices.iter_mut().find(|voice| voice.speaker.key == said.speaker.key) {
            Some(voice) => voice.n_statements += 1,
            None => voices.push(Voice { speaker: said.speaker.clone(), n_statements: 1 }),
        }
    }
    voices
}

/// The colour of the speaker with this key.
pub fn color(voices: &[Voice], key: &str) -> usize {
    let place = voices.iter().position(|voice| voice.speaker.key == key);
    place.unwrap_or(N_COLORS).min(N_COLORS - 1)
}

/// The statements before and behind `current` among `stops`, which are in order; from nowhere the last and the first.
pub fn neighbors(
    stops: &[StatementIdx],
    current: Option<StatementIdx>,
) -> [Option<StatementIdx>; 2] {
    let (before, behind) = match current {
        Some(current) => (
            stops.partition_point(|stop| *stop < current),
            stops.partition_point(|stop| *stop <= current),
        ),
        None => (stops.len(), 0),
    };
    [before.checked_sub(1).map(|place| stops[place]), stops.get(behind).copied()]
}

#[cfg(test)]
mod tests {
    use communique_engine::Engine;
    use communique_index::fixture::{Said, corpus};
    use communique_index::{DocumentIdx, pack};

    use super::*;

    #[test]
    fn speakers_have_a_color_each_in_the_order_of_their_words() {
        let said = ["bob", "ada", "bob"].map(|speaker| Said::new("a.txt", speaker, "no"));
        let engine = Engine::open(pack::write(&corpus(&said))).expect("a sound pack");
        let voices = voices(&engine.document(DocumentIdx(0)));
        let spelt: Vec<_> =
            voices.iter().map(|v| (v.speaker.label.as_str(), v.n_statements)).collect();
        assert_eq!(spelt, [("Bob", 2), ("Ada", 1)]);
        assert_eq!([color(&voices, "bob"), color(&voices, "ada"), color(&voices, "?")], [0, 1, 7]);
    }

    #[test]
    fn the_way_goes_from_hit_to_hit_and_ends() {
        let stops = [2, 5, 9].map(StatementIdx);
        let check = |current: Option<u32>, expected: [Option<u32>; 2]| {
            let found = neighbors(&stops, current.map(StatementIdx));
            assert_eq!(found, expected.map(|idx| idx.map(StatementIdx)), "{current:?}");
        };
        check(None, [Some(9), Some(2)]);
        check(Some(5), [Some(2), Some(9)]);
        check(Some(6), [Some(5), Some(9)]);
        check(Some(9), [Some(5), None]);
        check(Some(2), [None, Some(5)]);
    }
}
