//! Every file of text, every module and a long pack once more as Brotli and as gzip, for hosts that send what lies ready.
//!
//! A compressed file stands beside its own under the same name with `.br` or `.gz` behind; it is left out where
//! it would not be smaller. Both formats are written without a time, so that the same bytes give the same bytes.

use std::io::Write;
use std::num::NonZero;
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

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
/// From here on Brotli’s best effort (11) would be felt: a page takes ten milliseconds of it, and a large collection
/// has tens of thousands of pages. Quality 8 takes one, for a tenth more bytes.
const PAGE: usize = 2 * 1024;
/// From here on the tables that quality 9 sets up for each file, some 30 MB of them, are no matter.
const MODULE: usize = 128 * 1024;
/// From here on, which only packs of tens of thousands of statements reach, quality 9 takes most of a minute.
const VAST: usize = 16 * 1024 * 1024;

/// Adds the compressed forms of `files` to them. Works on all processors.
pub(crate) fn add(files: &mut Files) {
    let worth: Vec<(&str, &[u8])> = files
        .iter()
        .filter(|(path, bytes)| {
            WORTH.iter().any(|end| path.ends_with(end)) && bytes.len() >= SMALLEST
        })
        .collect();
    let n_threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = |of: usize| {
        let files = worth.iter().skip(of).step_by(n_threads);
        files.flat_map(|(path, bytes)| forms(path, bytes)).collect::<Vec<_>>()
    };
    let forms: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..n_threads).map(|of| scope.spawn(move || share(of))).collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().expect("compressing never panics"))
            .collect()
    });
    for (path, bytes) in forms {
        files.insert(path, bytes);
    }
}

fn forms(path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let forms = [(format!("{path}.br"), brotli(bytes)), (format!("{path}.gz"), gzip(bytes))];
    forms.into_iter().filter(|(_, form)| form.len() < bytes.len()).collect()
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let quality = match bytes.len() {
        ..PAGE => 11,
        PAGE..MODULE => 8,
        MODULE..VAST => 9,
        VAST.. => 6,
    };
    let parameters =
        BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
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
