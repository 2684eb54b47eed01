//! The publisher's themes: named lists of patterns, and the words of a statement that match them.
//!
//! In comes `lexicon/themes.toml`, once, and then spans of reading text; out come [`ThemeHit`]s. A theme is
//! looked for in a statement's content and topic, each span by itself. How a pattern is written and what it matches is
//! told in [`pattern`]. All patterns of a theme are one automaton, so matching is linear in the text whatever the
//! publisher wrote; a pattern that is no regular expression is an error with its place.

pub mod pattern;

use std::collections::BTreeMap;

use regex::{Regex, RegexSet};
use serde::Deserialize;
use toml::Spanned;

use crate::Diagnostic;
use crate::reading::ReadSpan;
use crate::toml_file::TomlFile;

/// The themes in the publisher's order.
#[derive(Debug, Default)]
pub struct Themes {
    themes: Vec<Theme>,
    matchers: Vec<Matcher>,
    /// One set of all themes, to pass over those a span does not have.
    any: RegexSet,
}

/// A named word list of the publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Stable key, as in URLs: lower-case letters, digits and hyphens.
    pub id: String,
    /// What a reader sees.
    pub label: String,
}

/// Words that belong to a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeHit {
    /// Index into [`Themes::themes`].
    pub theme: usize,
    /// The words.
    pub span: ReadSpan,
}

#[derive(Debug)]
struct Matcher {
    patterns: Regex,
    except: Option<Regex>,
}

/// `lexicon/themes.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemesFile {
    #[serde(default)]
    theme: Vec<ThemeEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeEntry {
    id: Spanned<String>,
    label: String,
    patterns: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    except: Vec<Spanned<String>>,
}

impl Themes {
    /// Reads and compiles the publisher's themes.
    ///
    /// # Errors
    /// Every finding of the file: what is no TOML, unknown keys, ids that are none or occur twice, themes without
    /// patterns, and patterns that are no regular expression.
    pub fn load(file: &TomlFile) -> Result<Self, Vec<Diagnostic>> {
        let read: ThemesFile = file.parse().map_err(|error| vec![error])?;
        let mut findings = Vec::new();
        let mut seen = BTreeMap::new();
        let mut themes = Self::default();
        let mut sources = Vec::new();
        for entry in &read.theme {
            findings.extend(entry.check(file));
            if let Some(first) = seen.insert(entry.id.get_ref(), &entry.label) {
                let message = format!(
                    "theme `{}` is there already (“{first}”); choose another id",
                    entry.id.get_ref()
                );
                findings.push(file.error(entry.id.span(), message));
            }
            let compiled = compile(file, entry.patterns.get_ref())
                .and_then(|patterns| Ok((patterns, compile(file, &entry.except)?)));
            match compiled {
                Ok((Some(patterns), except)) => {
                    themes
                        .themes
                        .push(Theme { id: entry.id.get_ref().clone(), label: entry.label.clone() });
                    sources.push(patterns.as_str().to_owned());
                    themes.matchers.push(Matcher { patterns, except });
                }
                Ok((None, _)) => {}
                Err(errors) => findings.extend(errors),
            }
        }
        match RegexSet::new(&sources) {
            Ok(any) => themes.any = any,
            Err(_) => findings.push(file.error(
                0..0,
                "all patterns together are too large; shorten or split them".to_owned(),
            )),
        }
        if findings.is_empty() { Ok(themes) } else { Err(findings) }
    }

    /// The themes in the publisher's order.
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// What of `text` within `spans` belongs to which theme; by span, then theme, then place. Words that an
    /// `except` pattern also holds do not count.
    pub fn hits(&self, text: &str, spans: &[ReadSpan]) -> Vec<ThemeHit> {
        let mut hits = Vec::new();
        for span in spans {
            let words = &text[span.start as usize..span.end as usize];
            for theme in self.any.matches(words) {
                let found = self.matchers[theme].find(words);
                hits.extend(found.into_iter().map(|(start, end)| ThemeHit {
                    theme,
                    span: ReadSpan {
                        start: span.start + start as u32,
                        end: span.start + end as u32,
                    },
                }));
            }
        }
        hits
    }
}

impl ThemeEntry {
    fn check(&self, file: &TomlFile) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let id = self.id.get_ref();
        let is_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(is_key) {
            let message = format!(
                "theme id `{id}` goes into addresses; use lower-case letters, digits and hyphens"
            );
            findings.push(file.error(self.id.span(), message));
        }
        if self.label.trim().is_empty() {
            findings.push(file.error(
                self.id.span(),
                format!("theme `{id}` has an empty label; say what a reader should see"),
            ));
        }
        if self.patterns.get_ref().is_empty() {
            findings.push(file.error(
                self.patterns.span(),
                format!("theme `{id}` has no patterns; add one or remove the theme"),
            ));
        }
        findings
    }
}

impl Matcher {
    /// The places of the theme's words, in order.
    fn find(&self, words: &str) -> Vec<(usize, usize)> {
        let except: Vec<_> =
            self.except.iter().flat_map(|except| except.find_iter(words)).collect();
        let is_excepted = |start, end| except.iter().any(|e| e.start() < end && start < e.end());
        self.patterns
            .find_iter(words)
            .map(|found| (found.start(), found.end()))
            .filter(|&(start, end)| start < end && !is_excepted(start, end))
            .collect()
    }
}

/// All patterns of a list as one automaton; `None` for an empty list.
fn compile(
    file: &TomlFile,
    patterns: &[Spanned<String>],
) -> Result<Option<Regex>, Vec<Diagnostic>> {
    let mut errors = Vec::new();
    let mut expanded = Vec::new();
    for pattern in patterns {
        match pattern::expand(pattern.get_ref()) {
            Ok(regex) => expanded.push(regex),
            Err(error) => {
                errors.push(file.error(place_in(file, pattern, error.offset), error.message))
            }
        }
    }
    if !errors.is_empty() || expanded.is_empty() {
        return if errors.is_empty() { Ok(None) } else { Err(errors) };
    }
    Regex::new(&pattern::any_of(&expanded)).map(Some).map_err(|_| {
        let message = "these patterns are too large together; shorten or split them".to_owned();
        vec![file.error(patterns[0].span(), message)]
    })
}

/// Where in the file the byte `offset` of a pattern stands; the start of the value where escapes shift it.
fn place_in(file: &TomlFile, pattern: &Spanned<String>, offset: usize) -> std::ops::Range<usize> {
    let start =
        file.text()[pattern.span()].find(pattern.get_ref().as_str()).map_or(0, |at| at + offset);
    pattern.span().start + start..pattern.span().end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Themes, Vec<String>> {
        Themes::load(&TomlFile::new("lexicon/themes.toml", text))
            .map_err(|findings| findings.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn hits_are_words_of_the_spans_and_except_shadows_them() {
        let themes = load(
            "[[theme]]\nid = 'security'\nlabel = 'S'\npatterns = ['(in)?security', 'stability']\nexcept = ['Security Council']\n\
             [[theme]]\nid = 'economy'\nlabel = 'E'\npatterns = ['trade']\n",
        )
        .unwrap();
        let text =
            "Security, the Security Council said, trading “insecurity” for stability. Security";
        let end = text.rfind('.').unwrap() as u32;
        let spans = [ReadSpan { start: 0, end: 20 }, ReadSpan { start: 20, end }];
        let hits: Vec<String> = themes
            .hits(text, &spans)
            .iter()
            .map(|hit| {
                let words = &text[hit.span.start as usize..hit.span.end as usize];
                format!("{}: {words}", themes.themes()[hit.theme].id)
            })
            .collect();
        // The council is cut by the first span's end, so that it excepts nothing there.
        assert_eq!(
            hits,
            [
                "security: Security",
                "security: insecurity",
                "security: stability",
                "economy: trading"
            ]
        );
    }

    #[test]
    fn a_broken_list_says_where_and_what_to_do() {
        let check = |text: &str, expected: &[&str]| assert_eq!(load(text).unwrap_err(), expected);
        let theme = |id: &str, patterns: &str| {
            format!("[[theme]]\nid = '{id}'\nlabel = 'L'\npatterns = {patterns}\n")
        };
        check(
            &theme("a", "['ok', 'tr(ade', '[z-a]']"),
            &[
                "lexicon/themes.toml:4:22: unclosed group; write `\\` before a mark that is meant as itself",
                "lexicon/themes.toml:4:31: invalid character class range, the start must be <= the end; write `\\` before a mark that is meant as itself",
            ],
        );
        check(
            &theme("a", "[]"),
            &["lexicon/themes.toml:4:12: theme `a` has no patterns; add one or remove the theme"],
        );
        check(
            &theme("A b", "['x']"),
            &[
                "lexicon/themes.toml:2:6: theme id `A b` goes into addresses; use lower-case letters, digits and hyphens",
            ],
        );
        check(
            &(theme("a", "['x']") + &theme("a", "['y']")),
            &["lexicon/themes.toml:6:6: theme `a` is there already (“L”); choose another id"],
        );
        check(
            &theme("a", r#"['(\w{500}){500}']"#),
            &[
                "lexicon/themes.toml:4:13: these patterns are too large together; shorten or split them",
            ],
        );
        let unknown = load("[[theme]]\nid = 'a'\nlable = 'L'\npatterns = ['x']\n").unwrap_err();
        assert!(
            unknown[0].starts_with("lexicon/themes.toml:3:1: ")
                && unknown[0].ends_with("did you mean `label`?"),
            "{unknown:?}"
        );
    }

    #[test]
    fn no_themes_are_no_error() {
        let themes = load("").unwrap();
        assert!(themes.themes().is_empty());
        assert!(themes.hits("trade", &[ReadSpan { start: 0, end: 5 }]).is_empty());
    }
}
