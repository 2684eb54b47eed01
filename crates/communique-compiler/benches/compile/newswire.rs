//! Invented news: articles that read like a wire's, made of invented names by a seeded generator, so that every
//! run measures the same bytes. What the compiler has to do is there in the proportions of real news: some two in
//! five sentences report speech, half of it quoted.

use std::fmt::Write;

use communique_index::fixture::Random;

const GIVEN: [&str; 12] = [
    "Ada", "Bela", "Corin", "Dara", "Emil", "Farah", "Gordan", "Hana", "Ivo", "Jasna", "Karim",
    "Lena",
];
const SURNAMES: [&str; 14] = [
    "Abrenov",
    "al-Tamiri",
    "Brandeau",
    "Castellan",
    "Dahrouni",
    "Eskerin",
    "Fennimore",
    "Gratz",
    "Haldorsen",
    "Ibarguren",
    "Jovanek",
    "Kestrel",
    "Lindqvar",
    "Marovic",
];
const OFFICES: [&str; 10] = [
    "Foreign Minister",
    "Prime Minister",
    "President",
    "Defence Minister",
    "Sen.",
    "Gov.",
    "Spokeswoman",
    "Secretary General",
    "Ambassador",
    "Mayor",
];
const PLACES: [&str; 14] = [
    "Iraq",
    "Iran",
    "the United States",
    "Baku",
    "Washington",
    "Turkey",
    "Qatar",
    "the region",
    "Norway",
    "Seoul",
    "Brazil",
    "the capital",
    "Nairobi",
    "the border area",
];
const NOUNS: [&str; 24] = [
    "agreement",
    "security",
    "trade",
    "elections",
    "troops",
    "relations",
    "economy",
    "budget",
    "transit route",
    "talks",
    "neighbors",
    "ceasefire",
    "parliament",
    "policy",
    "cooperation",
    "sovereignty",
    "pipeline",
    "hospital",
    "school",
    "climate",
    "inquiry",
    "report",
    "tax",
    "harbour",
];
const ADJECTIVES: [&str; 14] = [
    "new",
    "bilateral",
    "regional",
    "economic",
    "foreign",
    "long-standing",
    "unexpected",
    "joint",
    "recent",
    "national",
    "controversial",
    "open",
    "multilateral",
    "humanitarian",
];
const VERBS: [&str; 14] = [
    "improve",
    "delay",
    "support",
    "undermine",
    "expand",
    "review",
    "protect",
    "reject",
    "finance",
    "discuss",
    "strengthen",
    "withdraw",
    "rebuild",
    "inspect",
];
const CUES: [&str; 12] = [
    "said",
    "told reporters",
    "stressed",
    "added",
    "warned",
    "noted",
    "announced",
    "emphasized",
    "argued",
    "insisted",
    "pointed out",
    "explained",
];
const PARTICIPLES: [&str; 6] = ["adding", "stressing", "noting", "warning", "saying", "arguing"];
const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// One article of some twelve paragraphs, 3 to 6 kB.
pub(crate) fn article(random: &mut Random) -> String {
    let mut text = String::new();
    let speaker = person(random);
    let title = format!(
        "{} {} {} in {}",
        random.pick(&SURNAMES),
        random.pick(&["urges", "hails", "rejects"]),
        noun_phrase(random),
        random.pick(&PLACES)
    );
    let day = random.between(1, 28);
    writeln!(text, "{title}\n\n{day} March 2021\n").expect("a string takes all");
    for _ in 0..random.between(9, 15) {
        for n in 0..random.between(1, 4) {
            if n > 0 {
                text.push(' ');
            }
            text.push_str(&sentence(random, &speaker));
        }
        text.push('\n');
    }
    text
}

struct Person {
    office: &'static str,
    given: &'static str,
    surname: &'static str,
}

fn person(random: &mut Random) -> Person {
    Person {
        office: random.pick(&OFFICES),
        given: random.pick(&GIVEN),
        surname: random.pick(&SURNAMES),
    }
}

fn sentence(random: &mut Random, speaker: &Person) -> String {
    let cue = random.pick(&CUES);
    let clause = clause(random);
    let source = source(random, speaker);
    match random.between(0, 9) {
        0 => format!("“{}, and {clause},” {source} {cue}.", capital(&clause_again(random))),
        1 => format!(
            "{} {cue} that {clause}, {} that {}.",
            capital(&source),
            random.pick(&PARTICIPLES),
            clause_again(random)
        ),
        2 => format!("According to {source}, {clause}."),
        3 => format!(
            "“{}.” {} {cue} on {}: “{}.”",
            capital(&clause),
            capital(&source),
            random.pick(&DAYS),
            capital(&clause_again(random))
        ),
        4 => format!(
            "{} described {} as “{}”.",
            capital(&source),
            noun_phrase(random),
            random.pick(&ADJECTIVES)
        ),
        n => {
            let tail = if n % 2 == 0 {
                format!(", which {} {}", random.pick(&["would", "could"]), verb_phrase(random))
            } else {
                String::new()
            };
            format!("{}{tail}.", capital(&clause))
        }
    }
}

fn source(random: &mut Random, speaker: &Person) -> String {
    match random.between(0, 4) {
        0 => format!("{} {} {}", speaker.office, speaker.given, speaker.surname),
        1 => speaker.surname.to_owned(),
        2 => "he".to_owned(),
        3 => "the ministry".to_owned(),
        _ => {
            let other = person(random);
            format!("{} {}", other.given, other.surname)
        }
    }
}

fn clause(random: &mut Random) -> String {
    let place = random.pick(&PLACES);
    let modal =
        random.pick(&["will", "must", "should", "would not", "is ready to", "has decided to"]);
    format!("{place} {modal} {} in {}", verb_phrase(random), random.pick(&PLACES))
}

fn clause_again(random: &mut Random) -> String {
    format!(
        "{} {} {}",
        noun_phrase(random),
        random.pick(&["depends on", "has changed", "threatens", "is part of"]),
        noun_phrase(random)
    )
}

fn verb_phrase(random: &mut Random) -> String {
    format!("{} {}", random.pick(&VERBS), noun_phrase(random))
}

fn noun_phrase(random: &mut Random) -> String {
    let adjective =
        if random.chance(60) { format!("{} ", random.pick(&ADJECTIVES)) } else { String::new() };
    format!("the {adjective}{}", random.pick(&NOUNS))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
