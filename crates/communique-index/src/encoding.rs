//! How a document's file spells its text, and the way from an offset in the decoded text back to the byte
//! of the file as published.

use crate::{Span, TextSpan};

/// The character encodings that articles come in. Decoding is the compiler's work; here is only what is
/// needed to walk back from text to bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 without byte order mark: text and file are the same bytes.
    Utf8,
    /// UTF-8 after a byte order mark of three bytes.
    Utf8Bom,
    /// UTF-16, low byte first, after a byte order mark of two bytes.
    Utf16Le,
    /// UTF-16, high byte first, after a byte order mark of two bytes.
    Utf16Be,
    /// UTF-16, low byte first, without byte order mark.
    Utf16LeNoBom,
    /// UTF-16, high byte first, without byte order mark.
    Utf16BeNoBom,
    /// Windows-1252 as the WHATWG Encoding Standard has it: one byte a character.
    Windows1252,
}

impl Encoding {
    /// Every one, in the order of their numbers in a pack.
    pub const ALL: [Self; 7] = [
        Self::Utf8,
        Self::Utf8Bom,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::Utf16LeNoBom,
        Self::Utf16BeNoBom,
    ];

    /// The encoding with this [name](Encoding::name), case aside.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name().eq_ignore_ascii_case(name))
    }

    /// The bytes of the file that spell `text_span` of `text`, the whole decoded text without byte order mark.
    ///
    /// Costs a walk over the text up to the span, except for UTF-8.
    ///
    /// # Panics
    /// If the span does not lie on character boundaries of `text`.
    pub fn published(self, text: &str, text_span: TextSpan) -> Span {
        let before = self.n_bytes(&text[..text_span.start as usize]);
        let start = self.bom_len() + before;
        Span::new(start, start + self.n_bytes(&text[text_span.range()]))
    }

    /// Bytes this encoding spends on `text`, byte order mark not counted.
    fn n_bytes(self, text: &str) -> usize {
        match self {
            Encoding::Utf8 | Encoding::Utf8Bom => text.len(),
            Encoding::Utf16Le
            | Encoding::Utf16Be
            | Encoding::Utf16LeNoBom
            | Encoding::Utf16BeNoBom => text.chars().map(|c| 2 * c.len_utf16()).sum(),
            Encoding::Windows1252 => text.chars().count(),
        }
    }

    /// Bytes of the file's byte order mark, 0 where there is none.
    pub fn bom_len(self) -> usize {
        match self {
            Encoding::Utf8
            | Encoding::Windows1252
            | Encoding::Utf16LeNoBom
            | Encoding::Utf16BeNoBom => 0,
            Encoding::Utf8Bom => 3,
            Encoding::Utf16Le | Encoding::Utf16Be => 2,
        }
    }

    /// The file as published, byte order mark included, whose decoded text is `text`. `None` where the encoding
    /// has no byte for a character, so that this cannot be its text.
    pub fn file(self, text: &str) -> Option<Vec<u8>> {
        let utf16 = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect();
        Some(match self {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf8Bom => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Encoding::Utf16Le => [b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat(),
            Encoding::Utf16Be => [b"\xfe\xff".to_vec(), utf16(u16::to_be_bytes)].concat(),
            Encoding::Utf16LeNoBom => utf16(u16::to_le_bytes),
            Encoding::Utf16BeNoBom => utf16(u16::to_be_bytes),
            Encoding::Windows1252 => text.chars().map(windows_1252).collect::<Option<_>>()?,
        })
    }

    /// The name in reports, as in the IANA registry where it has one.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf8Bom => "UTF-8 with byte order mark",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Utf16LeNoBom => "UTF-16LE without byte order mark",
            Encoding::Utf16BeNoBom => "UTF-16BE without byte order mark",
            Encoding::Windows1252 => "windows-1252",
        }
    }
}

/// The byte for a character, by the index of windows-1252 in the WHATWG Encoding Standard.
fn windows_1252(c: char) -> Option<u8> {
    /// What the bytes from 0x80 to 0x9F stand for.
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match u8::try_from(c) {
        Ok(byte @ (0..0x80 | 0xa0..)) => Some(byte),
        _ => HIGH.iter().position(|high| *high == c).map(|place| 0x80 + place as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_points_at_the_bytes_that_spell_the_span() {
        let text = "a“é😀”z";
        let quote = TextSpan::new(1, 1 + "“é😀”".len());
        let check = |encoding: Encoding, file: &[u8], spelt: &[u8]| {
            assert_eq!(
                &file[encoding.published(text, quote).range()],
                spelt,
                "{}",
                encoding.name()
            );
        };
        check(Encoding::Utf8, text.as_bytes(), "“é😀”".as_bytes());
        check(Encoding::Utf8Bom, ["\u{feff}", text].concat().as_bytes(), "“é😀”".as_bytes());
        let utf16 =
            |s: &str, to: fn(u16) -> [u8; 2]| s.encode_utf16().flat_map(to).collect::<Vec<_>>();
        for (encoding, to) in [
            (Encoding::Utf16Le, u16::to_le_bytes as fn(u16) -> [u8; 2]),
            (Encoding::Utf16Be, u16::to_be_bytes),
        ] {
            check(encoding, &utf16(&["\u{feff}", text].concat(), to), &utf16("“é😀”", to));
        }
        check(
            Encoding::Utf16LeNoBom,
            &utf16(text, u16::to_le_bytes),
            &utf16("“é😀”", u16::to_le_bytes),
        );
        check(
            Encoding::Utf16BeNoBom,
            &utf16(text, u16::to_be_bytes),
            &utf16("“é😀”", u16::to_be_bytes),
        );
        let span = Encoding::Windows1252.published("a“é”z", TextSpan::new(1, 1 + "“é”".len()));
        assert_eq!(span, Span::new(1, 4));
    }

    #[test]
    fn the_file_is_written_again_from_its_text() {
        let text = "a“é”€z";
        let file = |encoding: Encoding| encoding.file(text).expect("every character has bytes");
        assert_eq!(file(Encoding::Windows1252), b"a\x93\xe9\x94\x80z");
        assert_eq!(file(Encoding::Utf8Bom), "\u{feff}a“é”€z".as_bytes());
        assert_eq!(file(Encoding::Utf16Be)[..4], [0xfe, 0xff, 0, b'a']);
        assert_eq!(file(Encoding::Utf16LeNoBom)[..2], [b'a', 0]);
        assert_eq!(Encoding::Windows1252.file("\u{fffd}"), None);
        let whole = TextSpan::new(0, text.len());
        for encoding in
            [Encoding::Utf8, Encoding::Utf8Bom, Encoding::Utf16Le, Encoding::Windows1252]
        {
            let span = encoding.published(text, whole);
            assert_eq!(
                span.range(),
                encoding.bom_len()..file(encoding).len(),
                "{}",
                encoding.name()
            );
        }
    }
}
