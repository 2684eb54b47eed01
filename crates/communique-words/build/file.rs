//! A file of words: sections, comments, and one `key = text` a line.
//!
//! A form in double quotes keeps the spaces at its ends. `{name}` is a slot; `{~name}` one whose value may be written
//! in the other direction than the text around it, from which it is set apart (Unicode's first strong isolate).
//! ` | ` parts the forms of a text: one thing and several where it counts `{n}`, else the entries of a list.

/// Where a text is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// By what speaks where the page does not: its service worker, and what is read without scripts. By its key.
    Apart,
    /// By the scripts that start the page, which look it up by its key.
    Scripts,
    /// By the page.
    Page,
    /// By what the page loads on first use.
    Annex,
    /// By the compiler, into the collection; the page says it again in its own language.
    Told,
}

impl Section {
    pub(crate) const ALL: [Section; 5] =
        [Section::Apart, Section::Scripts, Section::Page, Section::Annex, Section::Told];
    /// Those whose texts Rust asks for by number, in the order of the numbers.
    pub(crate) const OF_RUST: [Section; 3] = [Section::Page, Section::Annex, Section::Told];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Section::Apart => "apart",
            Section::Scripts => "scripts",
            Section::Page => "page",
            Section::Annex => "annex",
            Section::Told => "told",
        }
    }
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) section: Section,
    pub(crate) key: String,
    pub(crate) text: String,
}

/// The name of the slot that counts.
pub(crate) const COUNTED: &str = "n";

impl Entry {
    /// Names of the slots, in the order they are first met; `n` first where the text counts.
    pub(crate) fn slots(&self) -> Vec<&str> {
        let mut slots: Vec<&str> = Vec::new();
        for name in self.text.split('{').skip(1).filter_map(|rest| rest.split_once('}')) {
            match name.0.trim_start_matches('~') {
                known if slots.contains(&known) => {}
                COUNTED => slots.insert(0, COUNTED),
                new => slots.push(new),
            }
        }
        slots
    }

    pub(crate) fn n_forms(&self) -> usize {
        self.text.split('|').count()
    }

    pub(crate) fn counts(&self) -> bool {
        self.slots().first() == Some(&COUNTED)
    }
}

/// Reads a file.
///
/// # Errors
/// With the line that cannot be read.
pub(crate) fn parse(text: &str) -> Result<Vec<Entry>, String> {
    let mut section = None;
    let mut entries: Vec<Entry> = Vec::new();
    for (n, line) in text.lines().enumerate().map(|(n, line)| (n + 1, line.trim())) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            let named = Section::ALL.into_iter().find(|section| section.name() == name);
            section = Some(named.ok_or_else(|| format!("{n}: there is no section {name}"))?);
            continue;
        }
        let (key, text) =
            line.split_once(" = ").ok_or_else(|| format!("{n}: expected `key = text`"))?;
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if !key.chars().all(is_name) || entries.iter().any(|entry| entry.key == key) {
            return Err(format!("{n}: {key} is no name, or is there twice"));
        }
        let unquoted = |form: &str| {
            let inner = form.strip_prefix('"').and_then(|form| form.strip_suffix('"'));
            inner.unwrap_or(form).to_owned()
        };
        let text = text.split(" | ").map(unquoted).collect::<Vec<_>>().join("|");
        let section = section.ok_or_else(|| format!("{n}: a section comes first, as `[page]`"))?;
        entries.push(Entry { section, key: key.to_owned(), text });
    }
    Ok(entries)
}

/// Whether `entries` have the keys of `english`, and no others.
///
/// # Errors
/// With a key that is too many.
pub(crate) fn same_keys(english: &[Entry], entries: &[Entry]) -> Result<(), String> {
    let is_known = |entry: &&Entry| english.iter().any(|other| other.key == entry.key);
    match entries.iter().find(|entry| !is_known(entry)) {
        Some(entry) => Err(format!("{} is no key of words/en.txt", entry.key)),
        None => Ok(()),
    }
}

/// The texts of a section in the order of the English keys, a line each, with numbers for the names of slots.
/// What scripts read has its key before it.
///
/// # Errors
/// With a key that is missing, or whose slots or forms are not those of the English text.
pub(crate) fn table(
    english: &[Entry],
    entries: &[Entry],
    section: Section,
) -> Result<String, String> {
    let mut table = Vec::new();
    for wanted in english.iter().filter(|entry| entry.section == section) {
        let key = &wanted.key;
        let entry = entries.iter().find(|entry| entry.key == *key);
        let entry = entry.ok_or_else(|| format!("{key} is missing"))?;
        let (slots, mut others) = (wanted.slots(), entry.slots());
        others.sort_unstable();
        let mut expected = slots.clone();
        expected.sort_unstable();
        if expected != others {
            return Err(format!("{key} has the slots {others:?} instead of {expected:?}"));
        }
        // A language has as many forms of a plural as it needs.
        if !wanted.counts() && entry.n_forms() != wanted.n_forms() {
            return Err(format!("{key} is a list of {}", wanted.n_forms()));
        }
        let mut text = entry.text.clone();
        for (n, slot) in slots.iter().enumerate() {
            text = text.replace(&format!("{{{slot}}}"), &format!("{{{n}}}"));
            text = text.replace(&format!("{{~{slot}}}"), &format!("\u{2068}{{{n}}}\u{2069}"));
        }
        table.push(match section {
            Section::Apart | Section::Scripts => format!("{key} = {text}"),
            Section::Page | Section::Annex | Section::Told => text,
        });
    }
    Ok(table.join("\n"))
}
