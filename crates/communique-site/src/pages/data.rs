//! Records of a page's statements, as the app and the command line give them to take away.

use communique_export::{Export, Format};

use super::catalog::{Catalog, Entry};

/// What the records look like, as a JSON Schema (2020-12).
pub const SCHEMA: &str = include_str!("../../data/statements.schema.json");
/// Where the schema stands.
pub(crate) const SCHEMA_PATH: &str = "statements.schema.json";

/// The records of `entry`. Links lead to the site's address, or to the folder above where that is not known.
pub(crate) fn of(catalog: &Catalog<'_>, entry: &Entry) -> Vec<u8> {
    let mut answer = catalog.everything.clone();
    answer.statements.clone_from(&entry.statements);
    let export = Export {
        engine: catalog.engine,
        view: &entry.view(),
        answer: &answer,
        site: catalog.url.as_deref().unwrap_or("../"),
    };
    let mut records = Vec::new();
    export.write(Format::Json, &mut records).expect("a vector takes all that is written");
    records
}
