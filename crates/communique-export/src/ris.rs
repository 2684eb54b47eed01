//! References in the RIS format: a `NEWS` record a statement, lines ended by CR LF.

use std::io::{self, Write};

use communique_engine::Card;

use crate::Export;
use crate::citation::{by, one_line, place};

pub(crate) fn write(export: Export<'_>, out: &mut dyn Write) -> io::Result<()> {
    for card in export.cards() {
        let link = export.link(&card);
        for (tag, value) in fields(&card, &link, &export.engine.edition()) {
            write!(out, "{tag}  - {}\r\n", one_line(&value))?;
        }
        out.write_all(b"ER  - \r\n\r\n")?;
    }
    Ok(())
}

/// The tags of a record with their values, type first, as the format wants it.
fn fields(card: &Card, link: &str, edition: &str) -> Vec<(&'static str, String)> {
    let mut fields =
        vec![("TY", "NEWS".to_owned()), ("ID", card.id.clone()), ("TI", card.title.clone())];
    fields.extend(card.outlet.clone().map(|outlet| ("T2", outlet)));
    if let Some(date) = card.date {
        fields.push(("PY", date.year.to_string()));
        fields.push(("DA", format!("{}/{:02}/{:02}/", date.year, date.month, date.day)));
    }
    fields.push(("AB", card.content.text.clone()));
    fields.push(("N1", format!("{}; {}; edition {edition}", by(card), place(card))));
    let labels = card.countries.iter().chain(&card.themes);
    fields.extend(labels.map(|value| ("KW", value.label.clone())));
    fields.push(("UR", link.to_owned()));
    fields
}
