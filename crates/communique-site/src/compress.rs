//! Every file of text, every module and a long pack once more as Brotli and as gzip, for hosts that send what lies ready.
//!
//! A compressed file stands beside its own under the same name with `.br` or `.gz` behind; it is left out where
//! it would not be smaller. Both formats are written without a time, so that the same bytes give the same bytes.

use std::io::Write;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use crate::files::Files;

/// Kinds of file that are not compressed already.
const WORTH: [&str; 13] = [
    ".html",
    ".css",
    ".js",
    ".mjs",
    ".wasm",
    ".pack",
    ".json",
    ".svg",
    ".atom",
    ".xml",
    ".txt",
    ".webmanifest",
    ".md",
];
/// Smaller files fit into one packet as they are.
const SMALLEST: usize = 512;
/// From here on Brotli’s best effort would be felt: a megabyte of module takes more than a second of it.
const LARGE: usize = 64 * 1024;
/// From here on, which only packs of tens of thousands of statements reach, quality 9 takes most of a minute.
const VAST: usize = 16 * 1024 * 1024;

/// Logarithms of the least window that Brotli knows (RFC 7932, 9.1), and of one of 4 MB, which is enough for the reader's
/// memory and for these files.
const LEAST_WINDOW: u32 = 10;
const MOST_WINDOW: u32 = 22;

/// Adds the compressed forms of `files` to them. Works on all processors.
pub fn add(files: &mut Files) {
    let worth: Vec<(&str, &[u8])> = files
        .iter()
        .filter(|(path, bytes)| {
            WORTH.iter().any(|end| path.ends_with(end)) && bytes.len() >= SMALLEST
        })
        .collect();
    let forms: Vec<_> =
        worth.into_par_iter().flat_map(|(path, bytes)| forms(path, bytes)).collect();
    for (path, bytes) in forms {
        files.insert(path, bytes);
    }
}

fn forms(path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let forms = [(format!("{path}.br"), brotli(path, bytes)), (format!("{path}.gz"), gzip(bytes))];
    forms.into_iter().filter(|(_, form)| form.len() < bytes.len()).collect()
}

/// How hard Brotli tries: what every reader of the app fetches is worth more than the pages in folders beside it. Of
/// these there are hundreds, which take 4 % of the time at quality 4 that they take at 9 or 10 (1.7 MB of them 0.04 s),
/// since the encoder sets up tables for each, and come out 8 to 22 % larger: a few hundred bytes each.
fn quality(path: &str, bytes: &[u8]) -> i32 {
    match (path.contains('/'), bytes.len()) {
        (true, _) => 4,
        (false, ..LARGE) => 11,
        (false, LARGE..VAST) => 9,
        (false, VAST..) => 6,
    }
}

fn brotli(path: &str, bytes: &[u8]) -> Vec<u8> {
    let quality = quality(path, bytes);
    // What the encoder sets up grows with its window too.
    let lgwin = (bytes.len().ilog2() + 1).clamp(LEAST_WINDOW, MOST_WINDOW) as i32;
    let size_hint = bytes.len();
    let parameters = BrotliEncoderParams { quality, lgwin, size_hint, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .expect("a vector takes all that is written");
    compressed
}

/// `bytes` as gzip.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::new(6));
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("a vector takes all that is written")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_reads_as_before() {
        let text = "the same words, again and again; ".repeat(1000);
        let mut files: Files =
            [("a.html", text.as_str()), ("b.png", &text), ("small.css", "p { color: red }")]
                .into_iter()
                .collect();
        add(&mut files);
        let names: Vec<_> = files.iter().map(|(path, _)| path).collect();
        assert_eq!(names, ["a.html", "a.html.br", "a.html.gz", "b.png", "small.css"]);
        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut files.get("a.html.br").unwrap(), &mut read).unwrap();
        assert_eq!(read, text.as_bytes());
        read.clear();
        flate2::read::GzDecoder::new(files.get("a.html.gz").unwrap())
            .read_to_end(&mut read)
            .unwrap();
        assert_eq!(read, text.as_bytes());
    }
}
