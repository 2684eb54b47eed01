//! What a single word can be, without a model: closed classes and forms of reporting verbs.
//!
//! One lookup a token, made once for a reading; everything later asks these flags.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::lexicon::{CueForm, lexicon};
use crate::sentences::Prose;
use crate::tokens::{Token, TokenKind};

/// Flags of what a word can be; a word can be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $words:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub(super) const $name: Class = Class(1 << $bit);)*
        }
        const CLASSES: &[(Class, &str)] = &[$((Class::$name, $words)),*];
    };
}

classes! {
    /// Begins a noun phrase.
    DETERMINER = 0: "the a an this that these those his her its my our your their some any no every each both \
        many several few all most another one two three four five six seven eight nine ten";
    /// Subject pronoun.
    SUBJECT = 1: "he she they it i we you who";
    /// Object or reflexive pronoun.
    OBJECT = 2: "him her them it me us you himself herself themselves itself myself ourselves whom";
    /// Preposition.
    PREPOSITION = 3: "of in on at by for from with to about after before during through under over against \
        between among amid into onto upon without within toward towards near behind since until despite per \
        via like outside inside across around beyond along following regarding concerning alongside as than";
    /// Joins equals.
    CONJUNCTION = 4: "and or but nor yet so";
    /// Begins a clause that depends on another.
    SUBORDINATOR = 5: "that which who whom whose because while when if although though since as after before \
        until unless whether where how why what whereas once lest whenever wherever";
    /// Begins content.
    COMPLEMENTIZER = 6: "that whether if how why what when where who which";
    /// Auxiliary or modal verb.
    AUXILIARY = 7: "is are was were be been being am has have had having do does did will would can could may \
        might must shall should ought ’s 's ’ve 've ’d 'd ’ll 'll ’re 're ’m 'm";
    /// Modal verb.
    MODAL = 8: "will would can could may might must shall should ought ’ll 'll";
    /// Form of be.
    BE = 9: "is are was were be been being am ’re 're ’m 'm";
    /// Form of have.
    HAVE = 10: "has have had having ’ve 've";
    /// Negates the verb group it stands in.
    NEGATION = 11: "not never n’t n't neither nor hardly cannot";
    /// Adverb that stands in or beside a verb group.
    ADVERB = 12: "also then later once again further just ever always often already still even too now first \
        recently repeatedly previously earlier both all long immediately only simply quickly flatly publicly \
        privately reportedly openly finally famously clearly really largely soon instead twice since yet \
        furthermore moreover meanwhile additionally however instead thus therefore";
    /// Names a time.
    TIME = 13: "monday tuesday wednesday thursday friday saturday sunday january february march april may june \
        july august september october november december jan. feb. aug. sept. oct. nov. dec. today yesterday \
        tomorrow tonight morning afternoon evening night week month year weekend earlier later recently \
        afterward afterwards ago shortly thursday’s noon midnight";
    /// Begins a relative clause.
    RELATIVE = 14: "who which that whom whose";
    /// Contrasts or joins clauses.
    NEW_CLAUSE = 15: "but while although though whereas so yet";
    /// Verb that with an infinitive undoes the saying.
    REFUSAL = 16: "decline declined declines declining refuse refused refuses refusing fail failed fails failing \
        unable unwilling stopped without avoid avoided";
    /// Verb that an infinitive merely continues.
    LEADING_ON = 17: "went goes going go on continued continues sought tried moved rushed hastened used seemed \
        appeared began begun likes quick careful";
    /// Finite form of a common verb that its ending does not give away.
    FINITE = 18: "met made held took went spoke gave came began sent won led left put got fought hit drew ran rose \
        sat kept felt found knew thought saw heard lost paid sold stood understood became brought bought built \
        caught chose cut dealt drove fell fled flew forgot grew hung hurt laid lay lent let meant quit rode sank \
        set shook shot shut slept spent split spread stole stuck struck swept taught tore threw wore broke bound \
        bent bet blew burst cast dug drank ate seems remains makes takes gives goes comes includes shows thinks \
        believes knows wants needs hopes appears continues leads runs faces offers means keeps finds gets wins \
        loses supports opposes requires allows follows begins becomes brings holds puts leaves stands helps seeks \
        represents involves lacks owns serves lies belongs depends exists happens occurs";
}

impl Class {
    /// Whether it can be any of `other`.
    pub(super) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Class {
    type Output = Class;
    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// What one token can be.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// Its closed classes.
    pub(super) class: Class,
    /// The reporting verb that it can be a form of.
    pub(super) cue: Option<CueForm>,
}

/// Looks up every token of `prose`.
pub(super) fn look_up(prose: &Prose) -> Vec<Word> {
    static CLOSED: OnceLock<FxHashMap<&'static str, Class>> = OnceLock::new();
    let closed = CLOSED.get_or_init(|| {
        let mut map = FxHashMap::default();
        for &(class, words) in CLASSES {
            for word in words.split_whitespace() {
                let entry = map.entry(word).or_insert(Class::default());
                *entry = *entry | class;
            }
        }
        map
    });
    let mut buffer = String::new();
    let mut look = |(at, token): (usize, &Token)| {
        if !matches!(token.kind, TokenKind::Word | TokenKind::Clitic | TokenKind::Abbreviation) {
            return Word::default();
        }
        buffer.clear();
        buffer.push_str(token.text(prose.text));
        buffer.make_ascii_lowercase();
        let mut class = closed.get(buffer.as_str()).copied().unwrap_or_default();
        // "Clearly, Lee said", but "Kelly said".
        let comma = || prose.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Comma);
        if class == Class::default()
            && buffer.len() > 4
            && buffer.ends_with("ly")
            && (!token.is_capitalized() || comma())
        {
            class = Class::ADVERB;
        }
        Word { class, cue: lexicon().form(&buffer) }
    };
    prose.tokens.iter().enumerate().map(&mut look).collect()
}
