//! Who said something how, and where it stands, in the words that every reference shares.

use communique_engine::Card;

/// `Ada Lovelace (the countess) said`.
pub(crate) fn by(card: &Card) -> String {
    let office = match card.office.as_str() {
        "" => String::new(),
        office => format!(" ({office})"),
    };
    format!("{}{office} {}", card.speaker.label, card.cue)
}

/// `The Times, 2021-04-12, line 3 of a.txt`: files are the same whatever language the page speaks.
pub(crate) fn place(card: &Card) -> String {
    let outlet = card.outlet.as_deref().map_or(String::new(), |outlet| format!("{outlet}, "));
    let date = card.date.map_or("undated".to_owned(), |date| date.to_string());
    format!("{outlet}{date}, line {} of {}", card.line, card.file)
}

/// `text` in one line, for formats in which a line break or another control would mean something: whatever breaks a
/// line (Unicode 16, 5.8) becomes a space, any other control the sign for what cannot be shown.
pub(crate) fn one_line(text: &str) -> String {
    let shown = |c| match c {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        _ if char::is_control(c) => '\u{fffd}',
        _ => c,
    };
    text.chars().map(shown).collect::<String>().trim().to_owned()
}
