//! The reporting verbs: `data/cues.tsv` and the regular forms of its lemmas.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::weights::Atom;

/// A form of a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct CueForm {
    /// Index of its entry in the lexicon.
    pub(super) verb: u16,
    /// Which form.
    pub(super) form: Form,
}

/// Forms of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// say
    Base,
    /// says
    Third,
    /// said; also the participle
    Past,
    /// saying
    Ing,
}

/// One line of the lexicon.
#[derive(Clone, Debug)]
pub(super) struct CueVerb {
    /// Dictionary form.
    pub(super) lemma: Atom<'static>,
    /// What it takes: `that`, `clause`, `quote`, `question`, `object`, `as`, `feeling`, `phrase`, `to`, `listener`.
    pub(super) takes: Atom<'static>,
    /// Particles and prepositions that end the cue.
    words: &'static str,
}

impl CueVerb {
    /// Whether it takes `what`.
    pub(super) fn takes(&self, what: &str) -> bool {
        self.takes.text.split(' ').any(|t| t == what)
    }

    /// Whether it reports only together with one of its words ("put it", "shot back").
    pub(super) fn is_phrasal(&self) -> bool {
        self.takes("phrase")
    }

    /// Whether `word` after it belongs to the cue.
    pub(super) fn keeps(&self, word: &str) -> bool {
        self.words.split(' ').any(|w| w.eq_ignore_ascii_case(word))
    }
}

/// All reporting verbs.
pub(super) struct Lexicon {
    /// In the order of the file.
    pub(super) verbs: Vec<CueVerb>,
    forms: FxHashMap<String, CueForm>,
}

/// The lexicon, read once.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::parse(include_str!("../../data/cues.tsv")))
}

impl Lexicon {
    fn parse(table: &'static str) -> Self {
        let mut lexicon = Self { verbs: Vec::new(), forms: FxHashMap::default() };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t').map(|cell| if cell == "-" { "" } else { cell });
            let mut next = || cells.next().unwrap_or_default();
            let (lemma, irregular, takes, words) = (next(), next(), next(), next());
            let verb = lexicon.verbs.len() as u16;
            lexicon.verbs.push(CueVerb { lemma: Atom::new(lemma), takes: Atom::new(takes), words });
            let mut add = |form: &str, kind| {
                lexicon.forms.entry(form.to_owned()).or_insert(CueForm { verb, form: kind });
            };
            if irregular.is_empty() {
                for (form, kind) in regular_forms(lemma) {
                    add(&form, kind);
                }
            }
            for form in irregular.split_whitespace() {
                add(form, form_by_ending(form));
            }
            add(lemma, Form::Base);
        }
        lexicon
    }

    /// The reporting verb that `word`, in lower case, is a form of.
    pub(super) fn form(&self, word: &str) -> Option<CueForm> {
        self.forms.get(word).copied()
    }

    /// The entry of a form.
    pub(super) fn verb(&self, form: CueForm) -> &CueVerb {
        &self.verbs[usize::from(form.verb)]
    }
}

/// Dictionary form of the reporting verb in the words of a cue; the words themselves where there is none.
pub fn cue_lemma(cue: &str) -> String {
    let cue = cue.to_lowercase();
    let words = || cue.split_whitespace().rev();
    match words().find_map(|word| lexicon().form(word)) {
        Some(form) => lexicon().verb(form).lemma.text.to_owned(),
        None if cue.starts_with("according") => "accord".to_owned(),
        None => words().rev().collect::<Vec<_>>().join(" "),
    }
}

fn form_by_ending(form: &str) -> Form {
    if form.ends_with("ing") {
        Form::Ing
    } else if form.ends_with('s') {
        Form::Third
    } else {
        Form::Past
    }
}

/// Third person, past and -ing form of a regular verb.
fn regular_forms(lemma: &str) -> [(String, Form); 3] {
    let hissing = ["s", "sh", "ch", "x", "z"].iter().any(|end| lemma.ends_with(end));
    let third = if hissing { format!("{lemma}es") } else { format!("{lemma}s") };
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let past = format!("{stem}ed");
    let ing = if lemma.ends_with("ee") { format!("{lemma}ing") } else { format!("{stem}ing") };
    [(third, Form::Third), (past, Form::Past), (ing, Form::Ing)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_lemma() {
        let check = |word: &str, lemma: &str, form: Form| {
            let found = lexicon().form(word).unwrap_or_else(|| panic!("{word} is missing"));
            assert_eq!((lexicon().verb(found).lemma.text, found.form), (lemma, form), "{word}");
        };
        check("said", "say", Form::Past);
        check("urging", "urge", Form::Ing);
        check("stresses", "stress", Form::Third);
        check("denied", "deny", Form::Past);
        check("quipped", "quip", Form::Past);
        check("underscored", "underscore", Form::Past);
        check("read", "read", Form::Past);
        assert_eq!(lexicon().form("table"), None);
    }

    #[test]
    fn a_cue_has_a_lemma_whatever_stands_beside_its_verb() {
        let check = |cue: &str, lemma: &str| assert_eq!(cue_lemma(cue), lemma);
        check("Has repeatedly called for", "call");
        check("according to", "accord");
        check("d.  h.", "d. h.");
    }

    #[test]
    fn the_table_uses_known_words_only() {
        let known = [
            "that", "clause", "quote", "question", "object", "as", "feeling", "to", "listener",
            "phrase",
        ];
        for verb in &lexicon().verbs {
            assert!(verb.takes.text.split(' ').all(|t| known.contains(&t)), "{}", verb.lemma.text);
        }
    }
}
