//! Short names for what a module imports from its own script.
//!
//! wasm-bindgen ends each name in a hash, which no compressor makes shorter, once in the module and once in its
//! script. Nobody but these two reads the names: one letter or two say as much, and spare 2 kB of the page's module
//! and 1.5 kB of its script, after Brotli. (WebAssembly Core Specification, 5.5.5: an import is two names and a
//! description.)

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};

const HEADER_LEN: usize = 8;
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;

/// `script` and `module`, which import and export under short names what they did under long ones.
///
/// # Errors
/// If `module` imports anything but functions from one place, or `script` does not offer each of them once.
pub(crate) fn shorten(script: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut names = BTreeMap::new();
    let mut short = module.get(..HEADER_LEN).context("a module has a header")?.to_vec();
    let mut rest = Reader(&module[HEADER_LEN..]);
    while !rest.0.is_empty() {
        let id = rest.bytes(1)?[0];
        let content = rest.vector()?;
        short.push(id);
        match id {
            IMPORTS => push_vector(&mut short, &imports(content, &mut names)?),
            _ => push_vector(&mut short, content),
        }
    }
    Ok((renamed(script, &names)?, short))
}

/// The section of imports `content` with short names. `names` gets the short name of each, and of where they come from.
fn imports(content: &[u8], names: &mut BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut rest = Reader(content);
    let n_imports = rest.number()?;
    let mut section = Vec::new();
    push_number(&mut section, n_imports);
    for _ in 0..n_imports {
        for _ in 0..2 {
            let long = str::from_utf8(rest.vector()?).context("a name is UTF-8")?;
            let next = letters(names.len());
            let short = names.entry(long.to_owned()).or_insert(next);
            push_vector(&mut section, short.as_bytes());
        }
        let kind = rest.bytes(1)?[0];
        ensure!(kind == FUNCTION, "only functions are imported, found kind {kind}");
        section.push(kind);
        push_number(&mut section, rest.number()?);
    }
    Ok(section)
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

/// Bytes that are still to be read.
struct Reader<'m>(&'m [u8]);

impl<'m> Reader<'m> {
    fn bytes(&mut self, len: usize) -> Result<&'m [u8]> {
        let (bytes, rest) = self.0.split_at_checked(len).context("the module is cut short")?;
        self.0 = rest;
        Ok(bytes)
    }

    /// A LEB128 number.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.bytes(1)?[0];
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number does not end")
    }

    /// A length, and so many bytes.
    fn vector(&mut self) -> Result<&'m [u8]> {
        let len = self.number()?;
        self.bytes(len)
    }
}

fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn push_vector(bytes: &mut Vec<u8>, content: &[u8]) {
    push_number(bytes, content.len());
    bytes.extend_from_slice(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports `__wbg_open_1f` and `__wbg_log_2e` from `./a-page_bg.js`, with an empty custom section `n`.
    fn module() -> Vec<u8> {
        let mut imports = vec![2];
        for name in ["__wbg_open_1f", "__wbg_log_2e"] {
            push_vector(&mut imports, b"./a-page_bg.js");
            push_vector(&mut imports, name.as_bytes());
            imports.extend([FUNCTION, 1]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.push(IMPORTS);
        push_vector(&mut module, &imports);
        module.extend(b"\0\x02\x01n");
        module
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
        assert_eq!(short[8..], *b"\x02\x0d\x02\x01a\x01b\0\x01\x01a\x01c\0\x01\0\x02\x01n");
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
