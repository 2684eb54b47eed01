//! British and American spellings of one word, made one: `neighbour` and `neighbor`, `organise` and `organize`.
//!
//! Only the regular kinds that style guides list: -our and -or, -re and -er, -ise and -ize, -yse and -yze, -ence and
//! -ense, -ll- and -l- before an ending. A change does no harm where no other word is spelt like the result; words
//! that it would part from their family (`revise`, `revision`) are left as they are. What comes out is for
//! comparing, never for showing.

use std::borrow::Cow;

use crate::find::split_once;

/// Beginnings of words, up to the letters that differ.
const OUR: &str = "arb ard arm behavi cand clam col disfav dishon endeav fav ferv flav harb \
    hon hum lab neighb od parl ranc rig rum sav savi splend succ tum val vap vig";
const RE: &str = "amphitheat calib cent centimet epicent fib kilomet lit lust meag met millimet \
    sab somb spect theat";
const LL: &str = "cance channe counse dia equa fue initia jewe labe leve marsha mode pane quarre \
    reve riva shove signa tota towe trave tunne unrave";
/// Beginnings of words in -ise that are not of this kind.
const NOT_ISE: &str = "advert appr chast circumc compr comprom conc dem desp enfranch enterpr exc \
    exerc expert franch inc merchand parad prec prem prom repr surm surpr treat";
/// Whole beginnings.
const OTHERS: [(&str, &str); 7] = [
    ("analys", "analyz"),
    ("catalys", "catalyz"),
    ("defence", "defense"),
    ("licence", "license"),
    ("offence", "offense"),
    ("paralys", "paralyz"),
    ("practis", "practic"),
];

/// `term`, which is in small letters, as it is spelt in America.
pub(super) fn american(term: &str) -> Cow<'_, str> {
    let spelt = |start: &str, letters: &str, end: &str| Cow::Owned([start, letters, end].concat());
    for (british, american) in OTHERS {
        if let Some(end) = term.strip_prefix(british) {
            return spelt(american, "", end);
        }
    }
    if let Some((start, end)) = split_once(term, "our").filter(|(start, _)| is_in(OUR, start)) {
        return spelt(start, "or", end);
    }
    if let Some(start) =
        before(term, "is", &["e", "es", "ed", "ing", "er", "ers", "ation", "ations"])
        && start.len() > 2
        && !start.ends_with(['a', 'e', 'o', 'u', 'v', 'w'])
        && !is_in(NOT_ISE, start)
    {
        return spelt(start, "iz", &term[start.len() + 2..]);
    }
    if let Some(start) =
        before(term, "r", &["e", "es", "ed", "ing"]).filter(|start| is_in(RE, start))
    {
        let end = &term[start.len() + 1..];
        return spelt(start, "er", if matches!(end, "e" | "es") { &end[1..] } else { end });
    }
    if let Some(start) = before(term, "ll", &["ed", "ing", "er", "ers", "or", "ors"])
        && is_in(LL, start)
    {
        return spelt(start, "l", &term[start.len() + 2..]);
    }
    Cow::Borrowed(term)
}

/// What stands before `letters` and one of `ends`.
fn before<'t>(term: &'t str, letters: &str, ends: &[&str]) -> Option<&'t str> {
    ends.iter().find_map(|end| term.strip_suffix(end)?.strip_suffix(letters))
}

fn is_in(list: &str, start: &str) -> bool {
    list.split(' ').any(|other| other == start)
}

#[cfg(test)]
mod tests {
    use super::super::stem;

    #[test]
    fn both_spellings_share_a_stem() {
        for (british, american) in [
            ("neighbour", "neighbor"),
            ("neighbouring", "neighboring"),
            ("neighbourhood", "neighborhood"),
            ("labourers", "laborers"),
            ("favourable", "favorable"),
            ("armoury", "armory"),
            ("colours", "colors"),
            ("centre", "center"),
            ("centres", "centers"),
            ("centred", "centered"),
            ("theatres", "theaters"),
            ("organise", "organize"),
            ("organisation", "organization"),
            ("organisers", "organizers"),
            ("criticised", "criticizes"),
            ("emphasising", "emphasized"),
            ("recognises", "recognize"),
            ("privatisations", "privatization"),
            ("analysed", "analyzed"),
            ("paralysing", "paralyzing"),
            ("defences", "defense"),
            ("licences", "licensed"),
            ("practised", "practiced"),
            ("travelling", "traveling"),
            ("cancelled", "canceled"),
            ("counsellors", "counselors"),
            ("totalled", "totaled"),
        ] {
            assert_eq!(stem(british), stem(american), "{british}");
        }
    }

    #[test]
    fn families_stay_together_and_strangers_apart() {
        for (one, other) in [
            ("revise", "revision"),
            ("supervised", "supervision"),
            ("televised", "television"),
            ("precise", "precision"),
            ("advertise", "advertisement"),
            ("surprised", "surprisingly"),
            ("promises", "promising"),
            ("criticise", "critics"),
        ] {
            assert_eq!(stem(one), stem(other), "{one}");
        }
        for (one, other) in [
            ("rise", "rize"),
            ("prise", "prize"),
            ("wise", "wize"),
            ("hour", "hor"),
            ("four", "for"),
            ("tour", "tor"),
            ("our", "or"),
            ("contour", "contor"),
            ("telling", "teling"),
            ("totally", "totaly"),
            ("metropolis", "meterpolis"),
        ] {
            assert_ne!(stem(one), stem(other), "{one}");
        }
    }
}
