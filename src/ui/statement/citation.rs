//! A statement with its source, as plain text to paste elsewhere.

use communique_engine::Card;
use communique_ui::words;
use communique_words::say;

/// Who, how and what on the first line; title, outlet, date and line of the file on the second; then its link.
pub fn citation(card: &Card, link: &str) -> String {
    let office = match card.office.as_str() {
        "" => String::new(),
        office => [" (", office, ")"].concat(),
    };
    let date = card.date.map_or(say::UNDATED.text().to_owned(), words::long_date);
    let outlet = card.outlet.as_deref().map_or(String::new(), |outlet| [outlet, ", "].concat());
    let line = say::CITE_LINE.fill([&words::number(card.line as usize), &card.file]);
    let (who, said) = (&card.speaker.label, &card.content.text);
    [
        who,
        &office,
        " ",
        &card.cue,
        ": ",
        said,
        "\n",
        &card.title,
        ", ",
        &outlet,
        &date,
        ", ",
        &line,
        "\n",
        link,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use communique_engine::{Engine, Question};
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;

    fn check(said: Said, cited: &str) {
        let engine = Engine::open(pack::write(&corpus(&[said]))).expect("a sound pack");
        let answer = engine.answer(&Question::default());
        assert_eq!(citation(&engine.card(answer.statements[0], &answer), "?s=1"), cited);
    }

    #[test]
    fn what_is_copied_names_its_source() {
        let mut said =
            Said::new("a.txt", "ada-lovelace", "that engines compose").dated("2021-04-12");
        said.outlet = "the-times".to_owned();
        check(
            said,
            "Ada Lovelace said: that engines compose\na.txt, the-times, 12 April 2021, line 1 of a.txt\n?s=1",
        );
        check(
            Said::new("b.txt", "ada-lovelace", "no"),
            "Ada Lovelace said: no\nb.txt, undated, line 1 of b.txt\n?s=1",
        );
    }
}
