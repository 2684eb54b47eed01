//! What pages there are: each with its name, its statements and how many they are.

use communique_engine::{Answer, Card, Engine, View};
use communique_index::facet::UNRESOLVED;
use communique_index::{Date, DocumentIdx, StatementIdx, ValueIdx};

use super::place::Kind;

/// One page to be.
pub(crate) struct Entry {
    pub(crate) kind: Kind,
    /// A file's name, or the key of a value.
    pub(crate) key: String,
    /// What a reader sees.
    pub(crate) label: String,
    /// Path without its ending.
    pub(crate) stem: String,
    /// The value, where it is one.
    pub(crate) value: Option<ValueIdx>,
    /// Day of the document.
    pub(crate) date: Option<Date>,
    /// Its statements, newest first; those of a document as they stand there.
    pub(crate) statements: Vec<StatementIdx>,
}

impl Entry {
    /// The view of the app that shows the same.
    pub(crate) fn view(&self) -> View {
        self.kind.view(&self.key)
    }
}

/// All pages, and what they draw on.
pub(crate) struct Catalog<'e> {
    pub(crate) engine: &'e Engine,
    /// The answer to no question: every statement.
    pub(crate) everything: Answer,
    /// Where the site will stand, with a slash at its end.
    pub(crate) url: Option<String>,
    entries: Vec<Entry>,
}

impl<'e> Catalog<'e> {
    /// Lists the pages of a corpus: for each document, and for each speaker, country and theme that has a statement.
    pub(crate) fn new(engine: &'e Engine, url: Option<&str>) -> Self {
        let everything = engine.answer(View::default().question());
        let url = url.map(|url| format!("{}/", url.trim_end_matches('/')));
        let mut catalog = Self { engine, everything, url, entries: Vec::new() };
        for kind in Kind::ALL {
            let mut entries = match kind.facet() {
                Some(facet) => catalog.values(kind, engine.pack().n_values(facet)),
                None => catalog.documents(),
            };
            catalog.entries.append(&mut entries);
        }
        catalog
    }

    /// Whether the values of a kind are not the publisher's.
    pub(crate) fn is_suggested(&self, kind: Kind) -> bool {
        kind.facet().is_some_and(|facet| self.engine.is_suggested(facet))
    }

    /// The pages of a kind: documents newest first, the others by how much there is, then by name.
    pub(crate) fn of(&self, kind: Kind) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// All pages.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// A statement with all that a page shows of it.
    pub(crate) fn card(&self, idx: StatementIdx) -> Card {
        self.engine.card(idx, &self.everything)
    }

    fn values(&self, kind: Kind, n_values: usize) -> Vec<Entry> {
        let Some(facet) = kind.facet() else { return Vec::new() };
        let pack = self.engine.pack();
        let mut statements = vec![Vec::new(); n_values];
        for idx in &self.everything.statements {
            for value in pack.statement_values(facet, *idx) {
                statements[value.get()].push(*idx);
            }
        }
        let mut found: Vec<(u32, Entry)> = Vec::new();
        for (value, statements) in statements.into_iter().enumerate() {
            let idx = ValueIdx::from(value);
            let key = pack.value_key(facet, idx).to_owned();
            if statements.is_empty() || key == UNRESOLVED {
                continue;
            }
            let (label, stem) = (pack.value_label(facet, idx).to_owned(), kind.stem(&key));
            let entry = Entry { kind, key, label, stem, value: Some(idx), date: None, statements };
            found.push((pack.value_rank(facet, idx), entry));
        }
        found.sort_by_key(|(rank, entry)| (usize::MAX - entry.statements.len(), *rank));
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    fn documents(&self) -> Vec<Entry> {
        let pack = self.engine.pack();
        let documents = (0..self.engine.n_documents()).map(DocumentIdx::from);
        let mut entries: Vec<Entry> = documents
            .map(|idx| {
                let key = pack.document_file(idx).to_owned();
                Entry {
                    kind: Kind::Document,
                    label: pack.document_title(idx).to_owned(),
                    stem: Kind::Document.stem(&key),
                    value: None,
                    date: pack.document_date(idx),
                    statements: pack.statements_of(idx).collect(),
                    key,
                }
            })
            .collect();
        // Undated ones last; documents of a day by their names.
        entries.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.key.cmp(&b.key)));
        entries
    }
}
