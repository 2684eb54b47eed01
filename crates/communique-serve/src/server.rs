//! A static web server for one folder, on this machine only: what `serve` shows and the browser stories read.
//!
//! It answers GET and HEAD with the file's bytes and its media type, and 404 for all else. It never leaves
//! its folder, and asks browsers to check back each time, so that a rebuilt site is seen at once.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// Starts to serve `folder` on `port` of 127.0.0.1, in threads of its own until the program ends. Port 0
/// takes any free one; the address says which.
///
/// # Errors
/// If the port is taken.
pub fn start(folder: &Path, port: u16) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} is taken"))?;
    let address = listener.local_addr()?;
    let folder = folder.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            // A browser that goes away in the middle of an answer is no news.
            thread::spawn(move || answer_all(&folder, stream).ok());
        }
    });
    Ok(address)
}

/// Answers the requests of one connection, one after the other.
fn answer_all(folder: &Path, stream: TcpStream) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.set_nodelay(true)?;
    let mut requests = BufReader::new(stream.try_clone()?);
    while let Some(head) = request_head(&mut requests)? {
        respond(folder, &head, &stream)?;
    }
    Ok(())
}

/// The first line of the next request; the other lines say nothing we need. `None` at the end.
fn request_head(requests: &mut impl BufRead) -> Result<Option<String>> {
    let mut head = String::new();
    if requests.read_line(&mut head)? == 0 {
        return Ok(None);
    }
    let mut line = String::new();
    while requests.read_line(&mut line)? > 2 {
        line.clear();
    }
    Ok(Some(head))
}

fn respond(folder: &Path, head: &str, mut stream: &TcpStream) -> Result<()> {
    let mut words = head.split_whitespace();
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
    let file =
        locate(folder, target).and_then(|path| Some((media_type(&path), fs::read(&path).ok()?)));
    let (status, kind, body) = match file {
        _ if method != "GET" && method != "HEAD" => {
            ("405 Method Not Allowed", "text/plain", Vec::new())
        }
        Some((kind, body)) => ("200 OK", kind, body),
        None => {
            ("404 Not Found", "text/plain; charset=utf-8", b"there is no such file here\n".to_vec())
        }
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The file that a request's target names, if it lies in `folder`.
fn locate(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let mut file = folder.to_owned();
    for part in path.split('/') {
        let part = decode_percent(part)?;
        if part == ".." || part.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn decode_percent(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        bytes.push(match byte {
            b'%' => {
                let (digits, after) = rest.split_at_checked(2)?;
                rest = after;
                u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?
            }
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::net::Shutdown;

    use super::*;

    /// A folder with a few files and a secret beside it, deleted at the end.
    struct Fixture(PathBuf);

    impl Fixture {
        fn new(name: &str) -> Self {
            let outer =
                std::env::temp_dir().join(format!("communique-{name}-{}", std::process::id()));
            fs::create_dir_all(outer.join("site/deep")).unwrap();
            fs::write(outer.join("secret"), "no").unwrap();
            fs::write(outer.join("site/index.html"), "<p>start").unwrap();
            fs::write(outer.join("site/deep/a b.wasm"), "\0asm").unwrap();
            Self(outer)
        }

        fn site(&self) -> PathBuf {
            self.0.join("site")
        }
    }

    impl Drop for Fixture {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    #[test]
    fn only_files_of_the_folder_are_found() {
        let fixture = Fixture::new("locate");
        let check = |target: &str, found: Option<&str>| {
            let expected = found.map(|name| fixture.site().join(name));
            assert_eq!(locate(&fixture.site(), target), expected, "{target}");
        };
        check("/", Some("index.html"));
        check("/?speaker=a&q=%ff", Some("index.html"));
        check("/deep/a%20b.wasm", Some("deep/a b.wasm"));
        check("/deep/", None);
        check("/../secret", None);
        check("/deep/../../secret", None);
        check("/%2e%2e/secret", None);
        check("/..%2fsecret", None);
        check("//secret", None);
        check("/%ff", None);
        check("/%4", None);
    }

    #[test]
    fn answers_carry_type_and_length_and_a_connection_is_used_again() {
        let fixture = Fixture::new("answers");
        let mut stream = TcpStream::connect(start(&fixture.site(), 0).unwrap()).unwrap();
        let requests = "GET / HTTP/1.1\r\nHost: x\r\n\r\nHEAD /deep/a%20b.wasm HTTP/1.1\r\n\r\nGET /none HTTP/1.1\r\n\r\n";
        stream.write_all(requests.as_bytes()).unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        let mut answers = String::new();
        stream.read_to_string(&mut answers).unwrap();
        let heads: Vec<_> = answers.split("HTTP/1.1 ").skip(1).collect();
        assert!(heads[0].starts_with(
            "200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 8\r\n"
        ));
        assert!(heads[0].ends_with("\r\n\r\n<p>start"));
        assert!(
            heads[1]
                .starts_with("200 OK\r\nContent-Type: application/wasm\r\nContent-Length: 4\r\n")
        );
        assert!(heads[1].ends_with("\r\n\r\n"));
        assert!(heads[2].starts_with("404 Not Found\r\n"));
    }
}
