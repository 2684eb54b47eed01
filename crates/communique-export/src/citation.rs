//! One statement with its source, to paste elsewhere.

use communique_engine::Card;
use communique_engine::words::long_date;

/// Who, how and what on the first line; title, outlet, date and line of the file on the second; then its link.
pub fn plain(card: &Card, link: &str) -> String {
    format!("{}: {}\n{}, {}\n{link}", by(card), card.content.text, card.title, place(card))
}

/// The same as a quotation in HTML, for what takes formatted text.
pub fn html(card: &Card, link: &str) -> String {
    let [by, said, title, place, link] =
        [&by(card), &card.content.text, &card.title, &place(card), link].map(escaped);
    format!(
        "<blockquote cite=\"{link}\"><p>{said}</p></blockquote><p>{by}. <cite>{title}</cite>, <a href=\"{link}\">{place}</a></p>"
    )
}

/// `Ada Lovelace (the countess) said`.
pub(crate) fn by(card: &Card) -> String {
    let office = match card.office.as_str() {
        "" => String::new(),
        office => format!(" ({office})"),
    };
    format!("{}{office} {}", card.speaker.label, card.cue)
}

/// `The Times, 12 April 2021, line 3 of a.txt`.
pub(crate) fn place(card: &Card) -> String {
    let outlet = card.outlet.as_deref().map_or(String::new(), |outlet| format!("{outlet}, "));
    let date = card.date.map_or("undated".to_owned(), long_date);
    format!("{outlet}{date}, line {} of {}", card.line, card.file)
}

/// Text that HTML shows as it stands, in an element and in a quoted attribute.
fn escaped(text: impl AsRef<str>) -> String {
    let mut html = String::with_capacity(text.as_ref().len());
    for c in text.as_ref().chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(c),
        }
    }
    html
}
