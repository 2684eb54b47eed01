//! Lines of news pages that are not the article, told by the patterns of `data/furniture.toml`.

use std::sync::LazyLock;

use communique_index::corpus::SegmentRole;
use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use serde::Deserialize;

use super::shape::Shape;
use super::{Line, Verdict, relaxed};

/// No piece of page furniture is longer, in bytes; longer lines are prose and are not looked at.
const LONGEST: usize = 280;

/// A title among links is rarely longer, in words.
const LONGEST_LINK: usize = 25;

/// What the patterns say of each line; `None` for what may be the article.
pub(super) fn verdicts(lines: &[Line<'_>], shapes: &[Shape]) -> Vec<Option<Verdict>> {
    let first_prose = shapes.iter().position(|shape| shape.is_prose()).unwrap_or(lines.len());
    let last_prose = shapes.iter().rposition(|shape| shape.is_prose()).unwrap_or(0);
    let mut verdicts = Vec::with_capacity(lines.len());
    let mut in_links = false;
    for (idx, line) in lines.iter().enumerate() {
        let place = |rule: &&Rule| match rule.place {
            Place::Anywhere => true,
            Place::Start => idx < first_prose,
            Place::End => idx >= last_prose,
        };
        let rule = RULES.matching(line.text).find(place);
        in_links = match rule {
            Some(rule) => rule.section || in_links,
            None => in_links && is_link(shapes[idx]),
        };
        verdicts.push(match rule {
            Some(rule) => Some(Verdict::new(rule.role.into(), &rule.name)),
            None if in_links => {
                Some(Verdict::new(SegmentRole::Boilerplate, "link to another article"))
            }
            None => None,
        });
    }
    verdicts
}

/// Whether a line under a heading of links may be one of them: short, and no sentence of prose.
fn is_link(shape: Shape) -> bool {
    shape.n_words <= LONGEST_LINK && !shape.is_prose()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    rule: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    name: String,
    role: Role,
    #[serde(default)]
    place: Place,
    #[serde(default)]
    sentence: bool,
    #[serde(default)]
    section: bool,
    lines: Vec<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Role {
    Dateline,
    Caption,
    Credit,
    Boilerplate,
}

impl From<Role> for SegmentRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Dateline => Self::Dateline,
            Role::Caption => Self::Caption,
            Role::Credit => Self::Credit,
            Role::Boilerplate => Self::Boilerplate,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Place {
    #[default]
    Anywhere,
    Start,
    End,
}

/// The rules, and all their patterns as one set that is matched in one go.
struct Rules {
    rules: Vec<Rule>,
    /// Matches every line that a pattern does, and few others.
    sieve: Regex,
    patterns: RegexSet,
    /// For each pattern the rule it belongs to.
    rule_of: Vec<usize>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let Data { rule: rules } = toml::from_str(include_str!("../../data/furniture.toml"))
        .expect("the built-in rules are well formed: a test parses them");
    let (mut patterns, mut rule_of) = (Vec::new(), Vec::new());
    for (idx, rule) in rules.iter().enumerate() {
        for line in &rule.lines {
            let end = if rule.sentence { r"[\s.:!]*" } else { r"[\s:!]*" };
            patterns.push(format!("^(?:{line}){end}$"));
            rule_of.push(idx);
        }
    }
    let sieve = RegexBuilder::new(&relaxed::any_of(&patterns))
        .unicode(false)
        .build()
        .expect("a relaxed pattern is well formed where the pattern is");
    let patterns = RegexSetBuilder::new(patterns)
        .case_insensitive(true)
        // ASCII classes keep the automaton small, which makes all the difference for speed.
        .unicode(false)
        .size_limit(64 << 20)
        .dfa_size_limit(64 << 20)
        .build()
        .expect("the built-in patterns are well formed: a test compiles them");
    Rules { rules, sieve, patterns, rule_of }
});

impl Rules {
    /// The rules that fit `line`, in order.
    fn matching(&self, line: &str) -> impl Iterator<Item = &Rule> {
        let may_match = line.len() <= LONGEST && self.sieve.is_match(line.as_bytes());
        let matches = may_match.then(|| self.patterns.matches(line.as_bytes()));
        let rules = matches.into_iter().flatten().map(|pattern| self.rule_of[pattern]);
        rules.map(|rule| &self.rules[rule])
    }
}
