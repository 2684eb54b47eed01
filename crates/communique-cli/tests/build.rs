//! `communique build`: the same folder gives the same bytes wherever, whenever and in whatever language it is built.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use communique_site::{Files, SECTION, wasm};

const ARTICLES: [(&str, &str); 4] = [
    (
        "b.txt",
        "Talks go on\n\nForeign Minister Ann Lee said that the talks with Peru had gone well.\n",
    ),
    ("a.txt", "12 May 2020\n\n“İstanbul waits,” Bob Ray said on Monday.\n"),
    ("Ç ü.txt", "Iran and Iraq\n\nMinister Ann Lee stressed that trade with Iran grows.\n"),
    (
        "c.ndjson",
        "{\"text\":\"He said no.\",\"date\":\"2021-04-12\",\"statements\":[{\"spans\":[[8,10]],\"speaker\":\"Bob Ray\"}]}\n",
    ),
];
const INDEX: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>x</title>\
    <meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><meta name=description content=x>\
    <meta name=communique-module content=./page-2222222222222222.js data-wasm=./page-2222222222222222_bg.wasm>\
    <meta name=communique-save content=save-3333333333333333.js data-plan data-hosted>\
    </head><body><section id=overview></section><template id=start></template></body></html>";

/// A folder of this test's own, gone with this value.
struct Outer(PathBuf);

impl Outer {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("communique-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    /// Writes files into a folder below, in this order, as if that had been at `modified`.
    fn write(&self, below: &str, files: &[(&str, &[u8])], modified: SystemTime) -> PathBuf {
        let folder = self.0.join(below);
        fs::create_dir_all(&folder).expect("a folder can be made");
        for (name, bytes) in files {
            let path = folder.join(name);
            fs::write(&path, bytes).expect("a file can be written");
            let file = File::options().write(true).open(&path).expect("it was just written");
            file.set_modified(modified).expect("a file has a time");
        }
        folder
    }
}

impl Drop for Outer {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

/// A small page that the command takes.
fn page(outer: &Outer) -> PathBuf {
    let module = wasm::with_custom_section(b"\0asm\x01\0\0\0", SECTION, b"").expect("a module");
    let files: [(&str, &[u8]); 5] = [
        ("index.html", INDEX.as_bytes()),
        ("one-file.js", b"answer()"),
        ("page-2222222222222222.js", b"function start() {}\nexport { start as default };\n"),
        ("page-2222222222222222_bg.wasm", &module),
        ("save-3333333333333333.js", b"save()"),
    ];
    outer.write("page", &files, SystemTime::now())
}

/// Builds `folder` as somebody does whose machine is set to `language` and `zone`; gives what was said.
fn build(
    folder: &Path,
    page: &Path,
    output: &Path,
    options: &[&str],
    [language, zone]: [&str; 2],
) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_communique"));
    command.arg("build").arg(folder).arg("--page").arg(page).arg("--output").arg(output);
    command.args(options);
    for name in ["LANG", "LC_ALL", "LANGUAGE"] {
        command.env(name, language);
    }
    let output = command.env("TZ", zone).current_dir(folder).output().expect("the command runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn two_paths_times_zones_and_languages_give_the_same_bytes() {
    let outer = Outer::new("same-bytes");
    let page = page(&outer);
    let mut articles = ARTICLES.map(|(name, text)| (name, text.as_bytes()));
    let first = outer.write("one/talks", &articles, SystemTime::now());
    articles.reverse();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let second = outer.write("another/and deeper/talks", &articles, long_ago);
    let (here, there) = (["C", "UTC"], ["tr_TR.UTF-8", "Asia/Kathmandu"]);

    let [one, two] = ["one-site", "other/two-site"].map(|name| outer.0.join(name));
    build(&first, &page, &one, &[], here);
    build(&second, &page, &two, &[], there);
    let sites = [one, two].map(|site| Files::read(&site).expect("a site was made"));
    assert!(sites[0].len() > 30, "{} files", sites[0].len());
    for ((path, bytes), (other_path, other_bytes)) in sites[0].iter().zip(sites[1].iter()) {
        assert_eq!(path, other_path);
        assert!(bytes == other_bytes, "{path} differs");
    }
    assert_eq!(sites[0].len(), sites[1].len());

    let [one, two] = ["one.html", "other/two.html"].map(|name| outer.0.join(name));
    build(&first, &page, &one, &["--single"], here);
    build(&second, &page, &two, &["--single"], there);
    let [one, two] = [one, two].map(|path| fs::read(path).expect("a file was made"));
    assert!(one == two, "the editions of one file differ");
}

#[test]
fn what_a_site_without_an_address_goes_without_is_said() {
    let outer = Outer::new("address");
    let page = page(&outer);
    let articles = ARTICLES.map(|(name, text)| (name, text.as_bytes()));
    let folder = outer.write("talks", &articles, SystemTime::now());
    let site = outer.0.join("site");
    let has_sitemap = || site.join("sitemap.xml").is_file();
    let said = build(&folder, &page, &site, &[], ["C", "UTC"]);
    assert!(said.contains("no sitemap") && !has_sitemap(), "{said}");
    fs::write(folder.join("corpus.toml"), "url = \"https://example.org/\"\n").expect("a file");
    let said = build(&folder, &page, &site, &[], ["C", "UTC"]);
    assert!(!said.contains("no sitemap") && has_sitemap(), "{said}");
}
