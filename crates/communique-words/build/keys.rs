//! A constant for each key that Rust asks for.

use crate::file::{Entry, Section};

/// The module `say`, whose constants stand in the order of the tables.
///
/// # Errors
/// If a text has more slots than a digit counts.
pub(crate) fn constants(entries: &[Entry]) -> Result<String, String> {
    let mut constants = String::from(
        "/// What can be said: a constant for each key of `words/en.txt`.\npub mod say {\n",
    );
    let of_rust = Section::OF_RUST
        .iter()
        .flat_map(|section| entries.iter().filter(|entry| entry.section == *section));
    let (mut n_page, mut n_annex) = (0, 0);
    for (n, entry) in of_rust.enumerate() {
        n_page += usize::from(entry.section == Section::Page);
        n_annex += usize::from(entry.section == Section::Annex);
        let (n_slots, n_forms) = (entry.slots().len(), entry.n_forms());
        if n_slots > 10 {
            return Err(format!("{} has too many slots", entry.key));
        }
        let kind = match (entry.counts(), n_slots, n_forms) {
            (true, ..) => format!("Count<{}>", n_slots - 1),
            (false, 0, 1) => "Text".to_owned(),
            (false, 0, _) => format!("List<{n_forms}>"),
            (false, ..) => format!("Form<{n_slots}>"),
        };
        let (name, text) = (entry.key.to_uppercase(), &entry.text);
        let (kind_name, ..) = kind.split_once('<').unwrap_or((&kind, ""));
        constants += &format!(
            "    /// `{text}`\n    pub const {name}: crate::{kind} = crate::{kind_name}({n});\n"
        );
    }
    constants += &format!(
        "}}\n\n/// How many texts the page has.\npub const N_PAGE: usize = {n_page};\n\
         /// How many texts follow for what it loads on first use.\npub const N_ANNEX: usize = {n_annex};\n"
    );
    Ok(constants)
}
