//! A statement with its source, to paste elsewhere.

use communique_engine::Card;
use communique_ui::browser::clipboard::Citation;
use communique_ui::words;
use communique_words::say;

/// Who and how; title, outlet, date, line of the file and edition; and what was said.
pub fn citation(card: &Card, edition: &str, link: String) -> Citation {
    let office = match card.office.as_str() {
        "" => String::new(),
        office => [" (", office, ")"].concat(),
    };
    let date = card.date.map_or(say::UNDATED.text().to_owned(), words::long_date);
    let outlet = card.outlet.as_deref().map_or(String::new(), |outlet| [outlet, ", "].concat());
    let line = say::CITE_LINE.fill([&words::number(card.line as usize), &card.file, edition]);
    Citation {
        words: card.content.text.clone(),
        by: [&card.speaker.label, &office, " ", &card.cue].concat(),
        source: [&card.title, ", ", &outlet, &date, ", ", &line].concat(),
        link,
    }
}

#[cfg(test)]
mod tests {
    use communique_engine::{Engine, Question};
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;

    fn check(said: Said, [words, by, source]: [&str; 3]) {
        let engine = Engine::open(pack::write(&corpus(&[said]))).expect("a sound pack");
        let answer = engine.answer(&Question::default());
        let cited =
            citation(&engine.card(answer.statements[0], &answer), "01ab", "?s=1".to_owned());
        let [words, by, source, link] = [words, by, source, "?s=1"].map(str::to_owned);
        assert_eq!(cited, Citation { words, by, source, link });
    }

    #[test]
    fn what_is_copied_names_its_source() {
        let mut said =
            Said::new("a.txt", "ada-lovelace", "that engines compose").dated("2021-04-12");
        said.outlet = "the-times".to_owned();
        check(
            said,
            [
                "that engines compose",
                "Ada Lovelace said",
                "a.txt, the-times, 12 April 2021, line 1 of a.txt, edition 01ab",
            ],
        );
        check(
            Said::new("b.txt", "ada-lovelace", "no"),
            ["no", "Ada Lovelace said", "b.txt, undated, line 1 of b.txt, edition 01ab"],
        );
    }
}
