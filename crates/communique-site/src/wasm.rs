//! Custom sections of a WebAssembly module: found, and replaced without a look at anything else.
//!
//! A module is eight bytes and then sections, each an id, a length and so many bytes; a custom section has
//! id 0, and its content begins with its name (WebAssembly Core Specification, 5.5.2 and 5.5.3). All lengths are
//! LEB128 numbers of 32 bits.

use std::ops::Range;

/// `\0asm` and version 1.
const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";
/// The id of a custom section.
const CUSTOM: u8 = 0;

/// What is not as a module should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WasmError {
    /// It does not begin as a module of version 1 does.
    #[error("it does not begin as a WebAssembly module does")]
    Header,
    /// A section says it is longer than the module, or a number does not end.
    #[error("the section at byte {at} is cut short")]
    CutShort {
        /// Where the section begins.
        at: usize,
    },
}

/// The content of the first custom section called `name`, or `None`.
///
/// # Errors
/// If `module` is no sound sequence of sections.
pub fn custom_section<'m>(module: &'m [u8], name: &str) -> Result<Option<&'m [u8]>, WasmError> {
    let sections = sections(module)?;
    let found = sections.iter().find(|section| section.is_custom(module, name));
    Ok(found.map(|section| &module[section.content.clone()]))
}

/// `module` with `content` as its one custom section called `name`, at the end of the module.
///
/// What was called so before is gone. The same module and content give the same bytes.
///
/// # Errors
/// If `module` is no sound sequence of sections.
pub fn with_custom_section(
    module: &[u8],
    name: &str,
    content: &[u8],
) -> Result<Vec<u8>, WasmError> {
    let mut replaced = HEADER.to_vec();
    replaced.reserve(module.len() + content.len());
    for section in sections(module)? {
        if !section.is_custom(module, name) {
            replaced.extend_from_slice(&module[section.whole]);
        }
    }
    let mut name_field = Vec::new();
    push_unsigned(&mut name_field, name.len());
    name_field.extend_from_slice(name.as_bytes());
    replaced.push(CUSTOM);
    push_unsigned(&mut replaced, name_field.len() + content.len());
    replaced.extend_from_slice(&name_field);
    replaced.extend_from_slice(content);
    Ok(replaced)
}

/// Where a section lies in its module.
struct Section {
    /// Id, length and content.
    whole: Range<usize>,
    /// The name, in bytes of the module; `None` where it is no custom section.
    name: Option<Range<usize>>,
    /// What is behind the length, and behind the name of a custom section.
    content: Range<usize>,
}

impl Section {
    fn is_custom(&self, module: &[u8], name: &str) -> bool {
        self.name.clone().is_some_and(|range| &module[range] == name.as_bytes())
    }
}

fn sections(module: &[u8]) -> Result<Vec<Section>, WasmError> {
    if !module.starts_with(&HEADER) {
        return Err(WasmError::Header);
    }
    let mut sections = Vec::new();
    let mut at = HEADER.len();
    while at < module.len() {
        let section = section(module, at).ok_or(WasmError::CutShort { at })?;
        at = section.whole.end;
        sections.push(section);
    }
    Ok(sections)
}

fn section(module: &[u8], at: usize) -> Option<Section> {
    let (len, start) = unsigned(module, at + 1)?;
    let end = start.checked_add(len).filter(|end| *end <= module.len())?;
    let (whole, content) = (at..end, start..end);
    if module[at] != CUSTOM {
        return Some(Section { whole, name: None, content });
    }
    let (name_len, name_start) = unsigned(&module[..end], start)?;
    let name_end = name_start.checked_add(name_len).filter(|name_end| *name_end <= end)?;
    Some(Section { whole, name: Some(name_start..name_end), content: name_end..end })
}

/// The LEB128 number at `at`, and where it ends.
fn unsigned(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut number = 0_u64;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(at)?;
        at += 1;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some((u32::try_from(number).ok()? as usize, at));
        }
    }
    None
}

fn push_unsigned(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A type section without types, then the custom sections `name` and `corpus`.
    fn module() -> Vec<u8> {
        let mut module = HEADER.to_vec();
        module.extend_from_slice(&[1, 1, 0]);
        module.extend_from_slice(b"\x00\x07\x04name\x01\x02");
        module.extend_from_slice(b"\x00\x0a\x06corpusold");
        module
    }

    #[test]
    fn a_section_is_replaced_and_the_others_stay() {
        let content = vec![7; 300];
        let replaced = with_custom_section(&module(), "corpus", &content).unwrap();
        assert_eq!(custom_section(&replaced, "corpus").unwrap(), Some(&content[..]));
        assert_eq!(custom_section(&replaced, "name").unwrap(), Some(&[1, 2][..]));
        assert_eq!(replaced[..20], module()[..20]);
        assert!(!replaced.windows(3).any(|bytes| bytes == b"old"));
        // Back to what it was, to the byte.
        assert_eq!(with_custom_section(&replaced, "corpus", b"old").unwrap(), module());
    }

    #[test]
    fn a_module_without_the_section_gets_one() {
        let replaced = with_custom_section(&HEADER, "corpus", b"new").unwrap();
        assert_eq!(custom_section(&replaced, "corpus").unwrap(), Some(&b"new"[..]));
        assert_eq!(custom_section(&HEADER, "corpus").unwrap(), None);
    }

    #[test]
    fn a_cut_module_is_an_error_wherever_it_is_cut() {
        let module = module();
        assert_eq!(custom_section(b"<!doctype", "corpus"), Err(WasmError::Header));
        for end in HEADER.len() + 1..module.len() {
            let is_between_sections = [11, 20].contains(&end);
            let cut = with_custom_section(&module[..end], "corpus", b"");
            assert_eq!(cut.is_ok(), is_between_sections, "cut at {end}: {cut:?}");
        }
    }

    #[test]
    fn numbers_take_as_many_bytes_as_they_need() {
        for number in [0, 1, 127, 128, 16_383, 16_384, u32::MAX as usize] {
            let mut bytes = Vec::new();
            push_unsigned(&mut bytes, number);
            assert_eq!(unsigned(&bytes, 0), Some((number, bytes.len())));
        }
        assert_eq!(unsigned(&[0xff; 9], 0), None);
        assert_eq!(unsigned(&[0xff, 0xff, 0xff, 0xff, 0x1f], 0), None);
    }
}
