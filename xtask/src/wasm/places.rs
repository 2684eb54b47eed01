//! The places where other people's code can panic, taken out of a module.
//!
//! Each `panic!`, index and `unwrap` carries the file, line and column where it stands (`core::panic::Location`: where
//! a path is, its length, line, column). Those of our own code tell us where to look; those of the standard library
//! and of dependencies tell little that the stack below them does not, and cost 2 kB after Brotli.

use std::convert::Infallible;
use std::ops::Range;

use anyhow::Result;
use wasm_encoder::DataSection;
use wasm_encoder::reencode::{Reencode, utils};
use wasmparser::{DataKind, DataSectionReader, Operator, Parser, Payload};

use super::{ReencodeResult, changed};

/// How the paths of other people's code begin: of the standard library, of its dependencies, and of ours as
/// `--remap-path-prefix` in [`crate::site`] leaves them.
const FOREIGN: [&str; 3] = ["/rustc/", "/rust/deps/", "cargo/registry/"];

/// What stands in a message instead of the path.
const INSTEAD: &[u8] = b"a dependency";

/// The size of a `core::panic::Location`: four numbers of four bytes.
const PLACE_LEN: usize = 16;

/// `module` in which every place in other people's code is "a dependency", line 0, column 0.
///
/// # Errors
/// If `module` cannot be read.
pub(crate) fn without_foreign(module: &[u8]) -> Result<Vec<u8>> {
    let mut memory = Memory::of(module)?;
    memory.blank();
    changed(module, &mut memory)
}

/// What a module's memory holds at the start.
#[derive(Default)]
struct Memory {
    bytes: Vec<u8>,
    /// Where each piece of the data section lies in `bytes`; none for one without a fixed place.
    segments: Vec<Option<Range<usize>>>,
}

impl Memory {
    fn of(module: &[u8]) -> Result<Memory> {
        let mut memory = Memory::default();
        for payload in Parser::new(0).parse_all(module) {
            let Payload::DataSection(section) = payload? else { continue };
            for data in section {
                let data = data?;
                let place = start(&data.kind).map(|start| start..start + data.data.len());
                if let Some(place) = &place {
                    memory.bytes.resize(memory.bytes.len().max(place.end), 0);
                    memory.bytes[place.clone()].copy_from_slice(data.data);
                }
                memory.segments.push(place);
            }
        }
        Ok(memory)
    }

    /// Overwrites the foreign places and then their paths.
    fn blank(&mut self) {
        let addresses = (0..self.bytes.len().saturating_sub(PLACE_LEN - 1)).step_by(4);
        let places: Vec<_> =
            addresses.filter_map(|at| Some((at, self.foreign_path(at)?))).collect();
        let Some((_, first)) = places.first().cloned() else { return };
        for (_, path) in &places {
            self.bytes[path.clone()].fill(0);
        }
        self.bytes[first.start..][..INSTEAD.len()].copy_from_slice(INSTEAD);
        for (at, _) in places {
            let instead = [first.start as u32, INSTEAD.len() as u32, 0, 0].map(u32::to_le_bytes);
            self.bytes[at..][..PLACE_LEN].copy_from_slice(instead.as_flattened());
        }
    }

    /// Where the path lies that a place at `at` names, if there is one and it is foreign.
    fn foreign_path(&self, at: usize) -> Option<Range<usize>> {
        let start = self.number(at)?;
        let path = start..start.checked_add(self.number(at + 4)?)?;
        let text = str::from_utf8(self.bytes.get(path.clone())?).ok()?;
        let is_path = text.ends_with(".rs") && !text.contains(char::is_whitespace);
        (is_path && FOREIGN.iter().any(|root| text.starts_with(root))).then_some(path)
    }

    fn number(&self, at: usize) -> Option<usize> {
        let bytes = self.bytes.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    }
}

/// Where a piece of data is put when the module starts.
fn start(kind: &DataKind<'_>) -> Option<usize> {
    let DataKind::Active { memory_index: 0, offset_expr } = kind else { return None };
    match offset_expr.get_operators_reader().read() {
        Ok(Operator::I32Const { value }) => usize::try_from(value).ok(),
        _ => None,
    }
}

impl Reencode for Memory {
    type Error = Infallible;

    fn parse_data_section(
        &mut self,
        new: &mut DataSection,
        section: DataSectionReader<'_>,
    ) -> ReencodeResult {
        for (idx, data) in section.into_iter().enumerate() {
            let mut data = data?;
            let bytes = self.segments[idx].clone().map(|place| self.bytes[place].to_vec());
            data.data = bytes.as_deref().unwrap_or(data.data);
            utils::parse_data(self, new, data)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ConstExpr, MemorySection, MemoryType, Module};

    const BASE: usize = 64;

    /// A module whose memory holds, from `BASE` on, a place for each of `paths`, and then the paths.
    fn module(paths: &[&str]) -> Vec<u8> {
        let mut places = Vec::new();
        let mut at = BASE + paths.len() * PLACE_LEN;
        for (line, path) in paths.iter().enumerate() {
            for number in [at, path.len(), line + 1, 7] {
                places.extend((number as u32).to_le_bytes());
            }
            at += path.len();
        }
        places.extend(paths.concat().bytes());
        let mut memory = MemorySection::new();
        memory.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(BASE as i32), places).passive(*b"passive");
        let mut module = Module::new();
        module.section(&memory).section(&data);
        module.finish()
    }

    /// Path, line and column of the first `n` places.
    fn places(module: &[u8], n: usize) -> Vec<(String, usize, usize)> {
        let memory = Memory::of(module).unwrap();
        let place = |idx: usize| {
            let at = BASE + idx * PLACE_LEN;
            let [start, len, line, column] = [0, 4, 8, 12].map(|i| memory.number(at + i).unwrap());
            let path = String::from_utf8_lossy(&memory.bytes[start..start + len]).into_owned();
            (path, line, column)
        };
        (0..n).map(place).collect()
    }

    #[test]
    fn only_our_own_places_stay() {
        let old = module(&[
            "/rustc/abc/library/core/src/str.rs",
            "src/ui/toast.rs",
            "cargo/registry/src/index/x-1.0.0/src/lib.rs",
            "/rustc/not-a-path",
        ]);
        let new = without_foreign(&old).unwrap();
        let foreign = ("a dependency".to_owned(), 0, 0);
        assert_eq!(
            places(&new, 4),
            [
                foreign.clone(),
                ("src/ui/toast.rs".to_owned(), 2, 7),
                foreign,
                ("/rustc/not-a-path".to_owned(), 4, 7),
            ]
        );
        assert_eq!(new.len(), old.len());
        assert!(new.ends_with(b"passive"));
        assert!(!String::from_utf8_lossy(&new).contains("registry"));
    }

    #[test]
    fn a_module_without_foreign_places_stays_as_it_is() {
        let ours = module(&["crates/communique-index/src/find.rs"]);
        assert_eq!(without_foreign(&ours).unwrap(), ours);
        let empty = Module::new().finish();
        assert_eq!(without_foreign(&empty).unwrap(), empty);
        assert!(without_foreign(b"\0asm").is_err());
    }
}
