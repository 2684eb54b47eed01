//! Short names for what a module imports from its own script.
//!
//! wasm-bindgen ends each name in a hash, which no compressor makes shorter, once in the module and once in its
//! script. Nobody but these two reads the names: one letter or two say as much, and spare 2 kB of the page's module
//! and 1.5 kB of its script, after Brotli. (WebAssembly Core Specification, 5.5.5: an import is two names and a
//! description.)

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Result, bail};
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{EntityType, ImportSection};
use wasmparser::ImportSectionReader;

use super::{ReencodeResult, changed};

/// `script` and `module`, which import and export under short names what they did under long ones.
///
/// # Errors
/// If `module` cannot be read, or `script` does not offer each of its imports once.
pub(crate) fn shorten(script: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut shortened = Shortened::default();
    let short = changed(module, &mut shortened)?;
    Ok((renamed(script, &shortened.0)?, short))
}

/// The short name of each imported thing, and of where it comes from, by its long one.
#[derive(Default)]
struct Shortened(BTreeMap<String, String>);

impl Shortened {
    fn name(&mut self, long: &str) -> String {
        let next = letters(self.0.len());
        self.0.entry(long.to_owned()).or_insert(next).clone()
    }
}

impl Reencode for Shortened {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> ReencodeResult {
        for import in section.into_imports() {
            let import = import?;
            let ty: EntityType = self.entity_type(import.ty)?;
            let (module, name) = (self.name(import.module), self.name(import.name));
            imports.import(&module, &name, ty);
        }
        Ok(())
    }
}

/// `a` to `Z`, then `aa` and so on: the name with this number.
fn letters(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// `script` with the keys of its objects renamed. Each of `names` must be a key once.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut renamed = String::with_capacity(script.len());
    let mut n_renamed = 0;
    let mut rest = script;
    while !rest.is_empty() {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "_$-./".contains(c);
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let is_key = after.trim_start_matches('"').starts_with(':');
        match names.get(word).filter(|_| is_key) {
            Some(short) => {
                renamed.push_str(short);
                n_renamed += 1;
            }
            None => renamed.push_str(word),
        }
        let mut others = after.chars();
        renamed.extend(others.next());
        rest = others.as_str();
    }
    if n_renamed != names.len() {
        bail!(
            "the script offers {n_renamed} of the {} things that the module imports",
            names.len()
        );
    }
    Ok(renamed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CustomSection, Module, TypeSection};

    /// A module that imports `__wbg_open_1f` and `__wbg_log_2e` from `./a-page_bg.js`, with an empty custom section `n`.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in ["__wbg_open_1f", "__wbg_log_2e"] {
            imports.import("./a-page_bg.js", name, EntityType::Function(0));
        }
        let mut module = Module::new();
        let custom = CustomSection { name: "n".into(), data: (&[]).into() };
        module.section(&types).section(&imports).section(&custom);
        module.finish()
    }

    #[test]
    fn module_and_script_go_on_to_agree() {
        let script = "const i = { __wbg_open_1f: function(a) { }, __wbg_log_2e: f };\n\
                      return { \"./a-page_bg.js\": i }; // __wbg_open_1f";
        let (script, short) = shorten(script, &module()).unwrap();
        assert_eq!(
            script,
            "const i = { b: function(a) { }, c: f };\nreturn { \"a\": i }; // __wbg_open_1f"
        );
        assert!(short.ends_with(b"\x02\x0d\x02\x01a\x01b\0\0\x01a\x01c\0\0\0\x02\x01n"));
    }

    #[test]
    fn a_script_that_does_not_offer_all_is_an_error() {
        let error = shorten("{ __wbg_open_1f: f, \"./a-page_bg.js\": i }", &module()).unwrap_err();
        assert!(error.to_string().contains("2 of the 3"), "{error}");
        assert!(shorten("", &module()[..30]).is_err());
    }

    #[test]
    fn names_are_as_short_as_there_are_letters() {
        let names: Vec<_> = [0, 25, 51, 52, 53, 104].map(letters).into();
        assert_eq!(names, ["a", "z", "Z", "aa", "ba", "ab"]);
    }
}
