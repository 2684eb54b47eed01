//! Whom an uneven text names for certain. In a contract, a manual or a poem a capital makes no name ("the Parties",
//! "Exit", "Night"): there somebody speaks only who is described as a person, is named in full, or is a body by more
//! than common words.

use communique_words::say;

use super::Walk;
use crate::genre::Genre;
use crate::people::cast::MemberIdx;
use crate::people::given_names::given_name;
use crate::people::lower_case::is_lower_case_word;
use crate::people::names::NameKind;
use crate::people::words::Words;
use crate::resolution::answer::Answer;
use crate::speaker_lexicon::ListedSpeaker;

impl Walk<'_> {
    /// Takes back the `answers` with members that are hardly names. `listed` has the entry of the publisher's list for
    /// each member.
    pub(super) fn doubt(&self, answers: &mut [Answer], listed: &[Option<&ListedSpeaker>]) {
        if self.article.prose.genre != Genre::Uneven {
            return;
        }
        for answer in answers {
            if let Some(member) = answer.member
                && listed[member.0].is_none()
                && !self.is_certain(member)
            {
                let name = &self.article.cast[member].name;
                answer.take_back(say::STEP_NO_NAME_FOR_CERTAIN.told([name]));
            }
        }
    }

    /// Whether the article leaves no doubt that `member` is a name: a given name with another, a body known by name, or
    /// a word of its own ("Fixed CSS" has none) in a full name, a place, or with a title or office.
    fn is_certain(&self, member: MemberIdx) -> bool {
        let member = &self.article.cast[member];
        let described = |&i: &usize| {
            let name = &self.article.names[i];
            let place = name.kind == NameKind::Place;
            place || name.titled || name.before.is_some() || name.after.is_some()
        };
        let is_full = member.words.len() > 1;
        let given = || member.words.first().is_some_and(|word| given_name(word).is_some());
        let own = |word: &str| !is_lower_case_word(word) && word.contains(char::is_lowercase);
        let known = || Words::builtin().body_names.contains(&member.words.join(" "));
        is_full && given()
            || known()
            || member.name.split_whitespace().any(own)
                && (is_full || member.mentions.iter().any(described))
    }
}
