//! From the bytes of a file to its text, only where every character can be traced back to its bytes.
//!
//! A byte order mark decides; else valid UTF-8 is UTF-8, zero bytes in every other place are UTF-16, and the
//! rest is Windows-1252 as the WHATWG Encoding Standard has it. What cannot be decoded exactly (a picture,
//! a cut UTF-8 file, half a UTF-16 character) is refused with a reason: shown wrong is worse than not shown.

use communique_index::Encoding;

/// A file's text without its byte order mark, and how the file spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; its line ends are those of the file.
    pub text: String,
    /// The encoding: with it, [`Encoding::published`] finds the bytes of any part of the text.
    pub encoding: Encoding,
    /// What the publisher should know although the text could be read, or empty.
    pub doubt: Option<&'static str>,
}

/// Decodes a file.
///
/// # Errors
/// A sentence on why the bytes are not an article's text, and what to do.
pub fn decode(bytes: &[u8]) -> Result<Decoded, String> {
    if let Some(kind) = known_format(bytes) {
        return Err(format!("this is {kind}, not plain text; save the article's text as UTF-8"));
    }
    let decoded = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, Encoding::Utf8Bom)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, Encoding::Utf16Le)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, Encoding::Utf16Be)?,
        _ => match utf16_by_zero_bytes(bytes) {
            Some(encoding) => utf16(bytes, encoding)?,
            None if looks_like_utf8(bytes) => utf8(bytes, Encoding::Utf8)?,
            None => windows_1252(bytes),
        },
    };
    if decoded.text.chars().all(|c| c.is_whitespace() || is_stray_control(c)) {
        return Err("the file holds no text; left out".to_owned());
    }
    let n_stray = decoded.text.chars().filter(|&c| is_stray_control(c)).count();
    if n_stray * 100 > decoded.text.chars().count() {
        return Err(
            "this is a binary file, not plain text; save the article's text as UTF-8".to_owned()
        );
    }
    Ok(decoded)
}

/// Control characters that no text has. One in a hundred characters makes a file binary.
pub(crate) fn is_stray_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{0c}' | '\u{85}')
}

/// Formats that publishers take for text files, by their first bytes.
fn known_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: [(&[u8], &str); 9] = [
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a ZIP, Word or EPUB file"),
        (b"\xD0\xCF\x11\xE0", "an old Word file"),
        (b"{\\rtf", "a rich text (RTF) file"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"\x1F\x8B", "a gzip file"),
        (b"\x7FELF", "a program"),
    ];
    FORMATS.into_iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| kind)
}

fn utf8(bytes: &[u8], encoding: Encoding) -> Result<Decoded, String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), encoding, doubt: None }),
        Err(error) => {
            let at = encoding.bom_len() + error.valid_up_to();
            Err(format!(
                "the UTF-8 text is damaged at byte {at}; mend it or save it as UTF-8 again"
            ))
        }
    }
}

/// Whether the bytes are UTF-8, if perhaps a damaged one: most of what is not ASCII makes whole characters.
/// (In Windows-1252 prose that hardly ever happens: it takes an accented capital before a sign.)
fn looks_like_utf8(bytes: &[u8]) -> bool {
    let (mut n_whole, mut n_broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    n_whole >= n_broken
}

/// UTF-16 without byte order mark, told by the zero bytes of its Latin letters: nearly all bytes of one parity
/// and hardly any of the other.
fn utf16_by_zero_bytes(bytes: &[u8]) -> Option<Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let n_units = bytes.len() / 2;
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    let clear = |many: usize, few: usize| many * 10 >= n_units * 7 && few * 20 <= n_units;
    match (clear(low_first, high_first), clear(high_first, low_first)) {
        (true, _) => Some(Encoding::Utf16LeNoBom),
        (_, true) => Some(Encoding::Utf16BeNoBom),
        _ => None,
    }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Result<Decoded, String> {
    let from_bytes = match encoding {
        Encoding::Utf16Be | Encoding::Utf16BeNoBom => u16::from_be_bytes,
        _ => u16::from_le_bytes,
    };
    let (pairs, odd) = bytes.as_chunks::<2>();
    let text: Result<String, _> =
        char::decode_utf16(pairs.iter().map(|pair| from_bytes(*pair))).collect();
    match text {
        Ok(text) if odd.is_empty() => Ok(Decoded { text, encoding, doubt: None }),
        _ => Err("the UTF-16 text holds half a character; save the file as UTF-8".to_owned()),
    }
}

fn windows_1252(bytes: &[u8]) -> Decoded {
    // encoding_rs maps each byte to one character, and never fails, for this encoding.
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
    let n_high = bytes.iter().filter(|b| **b >= 0xC0).count();
    let n_letters = bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let doubt = if n_high > n_letters / 2 || text.chars().any(|c| ('\u{80}'..'\u{a0}').contains(&c))
    {
        "read as windows-1252, but it looks like another encoding; save it as UTF-8"
    } else {
        "not UTF-8, read as windows-1252; save it as UTF-8 if letters look wrong"
    };
    Decoded { text: text.into_owned(), encoding: Encoding::Windows1252, doubt: Some(doubt) }
}

#[cfg(test)]
mod tests {
    use communique_index::TextSpan;

    use super::*;

    const TEXT: &str = "Ann Lee said: “Ça va 😀.”\r\nShe left.\rSoon.\n";

    fn utf16_bytes(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn each_encoding_gives_the_same_text_and_its_bytes_back() {
        let with_bom = ["\u{feff}", TEXT].concat();
        let cases = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (with_bom.as_bytes().to_vec(), Encoding::Utf8Bom),
            (utf16_bytes(&with_bom, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16_bytes(&with_bom, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16_bytes(TEXT, u16::to_le_bytes), Encoding::Utf16LeNoBom),
            (utf16_bytes(TEXT, u16::to_be_bytes), Encoding::Utf16BeNoBom),
        ];
        let quote = TextSpan::new(TEXT.find('“').unwrap(), TEXT.find('”').unwrap());
        for (bytes, encoding) in cases {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, TEXT));
            let span = encoding.published(&decoded.text, quote);
            let spelt = &bytes[span.range()];
            let cut = match encoding {
                Encoding::Utf8 | Encoding::Utf8Bom => utf8(spelt, encoding),
                _ => utf16(spelt, encoding),
            };
            assert_eq!(cut.unwrap().text, TEXT[quote.range()], "{}", encoding.name());
        }
    }

    #[test]
    fn windows_1252_is_read_and_reported() {
        let decoded = decode(b"\x93It\x92s caf\xE9,\x94 Ann Lee said.").unwrap();
        assert_eq!(decoded.text, "“It’s café,” Ann Lee said.");
        assert_eq!(decoded.encoding, Encoding::Windows1252);
        assert!(decoded.doubt.unwrap().starts_with("not UTF-8"));
        let cyrillic = decode(b"\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0").unwrap();
        assert!(cyrillic.doubt.unwrap().contains("another encoding"));
    }

    #[test]
    fn what_is_no_text_is_refused_with_a_remedy() {
        let check = |bytes: &[u8], reason: &str| {
            let message = decode(bytes).unwrap_err();
            assert!(message.contains(reason), "{message}");
        };
        check(b"", "no text");
        check(b"\xEF\xBB\xBF \r\n\0", "no text");
        check(b"%PDF-1.7 \x00\x01", "PDF");
        check(b"\x89PNG\r\n\x1a\n", "PNG");
        check(&[7; 64], "no text");
        check(b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xFF\xFF\x00\x00\xB8\x00 text", "binary");
        check("“Yes,” she said. “No”".as_bytes().split_last().unwrap().1, "damaged at byte 26");
        check(b"\xFF\xFEa\x00\x00\xD8", "half a character");
        check(b"\xFF\xFEa", "half a character");
    }

    #[test]
    fn a_stray_zero_byte_is_kept() {
        let text =
            "Ann Lee said that the talks had gone well and would go on, a paper said.".repeat(2);
        let bytes = text.replacen("talks", "talks\0", 1);
        assert_eq!(decode(bytes.as_bytes()).unwrap().text, bytes);
    }
}
