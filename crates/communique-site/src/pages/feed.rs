//! Atom feeds (RFC 4287): what a speaker said, what was said on a theme, as it is published.
//!
//! An entry has a date, so that statements of undated articles are in no feed; its subtitle says how many. The
//! date is that of the article, never that of the build. Ids are made of the statement's own, and hold for good.

use communique_engine::Card;
use communique_index::Date;

use super::catalog::{Catalog, Entry};
use super::place::Kind;
use crate::files::sha256;
use crate::xml::Xml;

/// Entries in a feed: the newest.
const MOST: usize = 100;

/// Whether `entry` has a feed: speakers and themes with a dated statement do.
pub(crate) fn is_fed(catalog: &Catalog<'_>, entry: &Entry) -> bool {
    matches!(entry.kind, Kind::Speaker | Kind::Theme) && newest(catalog, entry).is_some()
}

/// The day of the newest statement, which come first.
fn newest(catalog: &Catalog<'_>, entry: &Entry) -> Option<Date> {
    catalog.engine.pack().statement_date(*entry.statements.first()?)
}

/// The feed of `entry`, if it has one.
pub(crate) fn of(catalog: &Catalog<'_>, entry: &Entry) -> Option<Vec<u8>> {
    let updated = newest(catalog, entry).filter(|_| is_fed(catalog, entry))?;
    let pack = catalog.engine.pack();
    let dated = entry.statements.iter().filter_map(|idx| Some((*idx, pack.statement_date(*idx)?)));
    let dated: Vec<_> = dated.collect();
    let site = catalog.engine.site();
    let sentence = catalog.engine.sentence(entry.view().question());
    let n_undated = entry.statements.len() - dated.len();
    Some(Xml::document(
        "feed",
        &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &site.language)],
        |xml| {
            xml.text("title", &[], &format!("{}: {}", site.title, entry.label));
            xml.text("subtitle", &[], &subtitle(&sentence.to_string(), n_undated));
            xml.text(
                "id",
                &[],
                &urn(&format!("feed {} {} {}", site.title, entry.kind.folder(), entry.key)),
            );
            xml.text("updated", &[], &instant(updated));
            xml.within("author", &[], |xml| xml.text("name", &[], &site.title));
            // Relative addresses are resolved against the feed's own, as RFC 4287 lets them.
            let own = format!("{}.atom", entry.stem);
            match &catalog.url {
                Some(url) => {
                    xml.empty("link", &[("rel", "self"), ("href", &format!("{url}{own}"))])
                }
                None => xml.empty("link", &[("rel", "self"), ("href", &format!("../{own}"))]),
            }
            xml.empty("link", &[("href", &address(catalog, &format!("{}.html", entry.stem)))]);
            for (idx, date) in dated.into_iter().take(MOST) {
                write_entry(xml, catalog, &catalog.card(idx), date);
            }
        },
    ))
}

fn subtitle(sentence: &str, n_undated: usize) -> String {
    match n_undated {
        0 => sentence.to_owned(),
        1 => format!("{sentence}. One more statement is undated and left out here."),
        n => format!("{sentence}. {n} more statements are undated and left out here."),
    }
}

fn write_entry(xml: &mut Xml, catalog: &Catalog<'_>, card: &Card, date: Date) {
    xml.within("entry", &[], |xml| {
        xml.text("title", &[], &format!("{} {}: {}", card.speaker.label, card.cue, card.title));
        xml.text("id", &[], &urn(&format!("statement {} {}", card.file, card.id)));
        xml.text("updated", &[], &instant(date));
        xml.within("author", &[], |xml| xml.text("name", &[], &card.speaker.label));
        let document = format!("{}.html#{}", Kind::Document.stem(&card.file), card.id);
        xml.empty("link", &[("href", &address(catalog, &document))]);
        for theme in &card.themes {
            xml.empty("category", &[("term", &theme.key), ("label", &theme.label)]);
        }
        xml.text("content", &[("type", "text")], &card.content.text);
    });
}

fn address(catalog: &Catalog<'_>, path: &str) -> String {
    format!("{}{path}", catalog.url.as_deref().unwrap_or("../"))
}

fn instant(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

/// A name for good: a UUID made of the hash of `what` (RFC 9562, version 8).
fn urn(what: &str) -> String {
    let digits = sha256(what.as_bytes());
    let part = |from: usize, to: usize| &digits[from..to];
    format!(
        "urn:uuid:{}-{}-8{}-a{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 15),
        part(15, 18),
        part(18, 30)
    )
}
