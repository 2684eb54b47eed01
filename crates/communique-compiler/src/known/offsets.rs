//! From offsets as somebody else counts them to places in a document's text.

use communique_index::{Encoding, TextSpan};

/// What offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Bytes of the file as published.
    Byte,
    /// Unicode characters of its text.
    Char,
}

/// The offsets of one document.
#[derive(Clone, Debug)]
pub(super) struct Offsets {
    /// For each character of the text, and its end, the offset and the place in the text. Both ascend.
    places: Vec<(u32, u32)>,
}

impl Offsets {
    /// Costs a walk over the text.
    pub(super) fn new(text: &str, encoding: Encoding, unit: Unit) -> Self {
        let mut places = Vec::with_capacity(text.len() + 1);
        let (mut offset, mut at) = match unit {
            Unit::Byte => (encoding.bom_len(), 0),
            Unit::Char => (0, 0),
        };
        for c in text.chars() {
            places.push((offset as u32, at as u32));
            at += c.len_utf8();
            offset += match unit {
                Unit::Byte => width(encoding, c),
                Unit::Char => 1,
            };
        }
        places.push((offset as u32, at as u32));
        Self { places }
    }

    /// The place from offset `start` to `end`.
    ///
    /// # Errors
    /// Why there is none.
    pub(super) fn span(&self, [start, end]: [u32; 2]) -> Result<TextSpan, String> {
        let last = self.places.last().map_or(0, |(offset, _)| *offset);
        if start >= end {
            return Err(format!("[{start}, {end}] holds nothing"));
        }
        if end > last {
            return Err(format!("[{start}, {end}] lies outside the text, which ends at {last}"));
        }
        let place = |offset: u32| {
            let found = self.places.binary_search_by_key(&offset, |(offset, _)| *offset);
            found.map(|idx| self.places[idx].1)
        };
        match (place(start), place(end)) {
            (Ok(start), Ok(end)) => Ok(TextSpan { start, end }),
            _ => Err(format!("[{start}, {end}] cuts a character")),
        }
    }
}

/// How many bytes `encoding` spends on `c`.
fn width(encoding: Encoding, c: char) -> usize {
    let whole = TextSpan::new(0, c.len_utf8());
    encoding.published(c.encode_utf8(&mut [0; 4]), whole).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_to_the_text_in_every_encoding() {
        let text = "é“a”";
        let check = |encoding: Encoding, unit: Unit, offsets: [u32; 2], words: &str| {
            let span = Offsets::new(text, encoding, unit).span(offsets);
            assert_eq!(
                span.map(|span| &text[span.range()]).unwrap_or_else(|e| panic!("{e}")),
                words
            );
        };
        check(Encoding::Utf8, Unit::Byte, [2, 6], "“a");
        check(Encoding::Utf8Bom, Unit::Byte, [5, 9], "“a");
        check(Encoding::Utf16Le, Unit::Byte, [4, 8], "“a");
        check(Encoding::Windows1252, Unit::Byte, [1, 3], "“a");
        check(Encoding::Utf8, Unit::Char, [1, 3], "“a");
    }

    #[test]
    fn what_is_no_place_says_why() {
        let check = |offsets: [u32; 2], reason: &str| {
            let error = Offsets::new("é“a”", Encoding::Utf8, Unit::Byte).span(offsets).unwrap_err();
            assert_eq!(error, reason);
        };
        check([0, 1], "[0, 1] cuts a character");
        check([3, 3], "[3, 3] holds nothing");
        check([0, 10], "[0, 10] lies outside the text, which ends at 9");
    }
}
