//! `new`: writes what a publisher may say about a folder, to be edited. What is there already stays.

use std::fs;
use std::path::Path;

use anyhow::Context;
use communique_compiler::suggest::{suggest_themes, to_toml};
use communique_export::TomlString;

use crate::compiled;

/// Writes `corpus.toml`, and `lexicon/themes.toml` with the themes that the articles' own words suggest; says
/// what was done.
///
/// # Errors
/// If a file cannot be written, or the articles cannot be compiled.
pub(crate) fn begin(folder: &Path) -> anyhow::Result<String> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut account = write_new(folder, "corpus.toml", &corpus_toml(folder)?)?;
    if !has_articles(folder)? {
        account.push_str(
            "now put your articles there, one a .txt file, and call this again for themes\n",
        );
        return Ok(account);
    }
    let themes = suggest_themes(&compiled(folder)?.corpus);
    if themes.is_empty() {
        account.push_str("too little is said in these articles to suggest themes\n");
        return Ok(account);
    }
    account.push_str(&write_new(folder, "lexicon/themes.toml", &to_toml(&themes))?);
    Ok(account)
}

fn has_articles(folder: &Path) -> anyhow::Result<bool> {
    let mut entries = fs::read_dir(folder)?.flatten();
    Ok(entries
        .any(|entry| entry.path().extension().is_some_and(|end| end.eq_ignore_ascii_case("txt"))))
}

/// Writes a file that is not there yet.
fn write_new(folder: &Path, name: &str, text: &str) -> anyhow::Result<String> {
    let path = folder.join(name);
    if path.try_exists()? {
        return Ok(format!("{} is there already, and stays as it is\n", path.display()));
    }
    fs::create_dir_all(path.parent().unwrap_or(folder))?;
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(format!("{} is written; edit it as you like\n", path.display()))
}

fn corpus_toml(folder: &Path) -> anyhow::Result<String> {
    let name = fs::canonicalize(folder)?;
    let name = name.file_name().unwrap_or_default().to_string_lossy().replace(['-', '_'], " ");
    let title = TomlString(&name);
    Ok(format!(
        "title = {title}\n# description = \"What these articles are, in a sentence or two.\"\n\
         # language = \"en\"\n\
         # Where the site will stand: makes a sitemap, and whole links in feeds.\n\
         # url = \"https://example.org/talks/\"\n\n\
         # What the text of an article does not say.\n\
         # [documents.\"accra.txt\"]\n# title = \"Talks go on\"\n# date = \"2021-05-03\"\n\
         # outlet = \"Daily Example\"\n# url = \"https://example.org/accra\"\n"
    ))
}

#[cfg(test)]
mod tests {
    use communique_compiler::compile;

    use super::*;

    #[test]
    fn what_is_written_compiles_and_stays() {
        let folder = std::env::temp_dir().join(format!("communique-new-{}", std::process::id()));
        assert!(begin(&folder).unwrap().contains("put your articles there"));
        let article = "Foreign Minister Ann Lee said that trade with Peru grows.\n\nMinister Lee said that trade helps peace.\n";
        fs::write(folder.join("lima.txt"), article).unwrap();
        let account = begin(&folder).unwrap();
        assert!(account.contains("corpus.toml is there already"), "{account}");
        let compiled = compile(&folder).unwrap();
        assert!(compiled.corpus.site.title.starts_with("communique new"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
