//! Annotated texts with invented names: `[source]`, `{content}`, `<listener>`. A content without a source in its
//! line's stretch before it is implied, and goes with the attribution before.

use communique_index::corpus::{Kind, Via};
use proptest::prelude::*;

use super::across::merge;
use super::*;
use crate::attribution::tests::reading;
use crate::attribution::{Pattern, attribute};
use crate::gazetteer::Gazetteer;
use crate::toml_file::TomlFile;

/// The text without its annotation, and the attributions: each content ends one, unless it follows `+`.
fn annotated(marked: &str) -> (String, Vec<Attribution>) {
    let mut text = String::new();
    let mut attributions: Vec<Attribution> = Vec::new();
    let (mut source, mut listener, mut open) = (None, None, 0);
    for c in marked.chars() {
        let at = text.len();
        match c {
            '[' | '{' | '<' => open = at,
            ']' => source = Some(ReadSpan::new(open, at)),
            '>' => listener = Some(ReadSpan::new(open, at)),
            '}' => {
                attributions.push(Attribution {
                    paragraph: text.matches('\n').count(),
                    source: source.take(),
                    implied: false,
                    source_from: None,
                    cue: ReadSpan::new(open.saturating_sub(1), open),
                    cue_lemma: "say".to_owned(),
                    content: vec![ReadSpan::new(open, at)],
                    kind: Kind::Indirect,
                    topic: None,
                    listener: listener.take(),
                    pattern: Pattern::Clause,
                });
            }
            // The source stands behind its content.
            '^' => {
                if let Some(last) = attributions.last_mut() {
                    last.source = source.take();
                }
            }
            _ => text.push(c),
        }
    }
    for (i, attribution) in attributions.iter_mut().enumerate() {
        if attribution.source.is_none() {
            attribution.implied = true;
            attribution.source_from = i.checked_sub(1);
        }
    }
    (text, attributions)
}

fn document(marked: &str, lexicon: &SpeakerLexicon) -> DocumentSpeakers {
    let (text, attributions) = annotated(marked);
    let reading = reading(&text);
    let prose = Prose::new(&reading);
    let hits = Gazetteer::builtin().hits(&text);
    resolve(&reading, &prose, &attributions, &hits, lexicon)
}

/// The speakers of `marked`, in order, `-` for none.
fn speakers(marked: &str) -> String {
    let found = document(marked, &SpeakerLexicon::default());
    let name = |r: &Resolution| r.speaker.map_or("-".to_owned(), |m| found.members[m].name.clone());
    found.resolutions.iter().map(name).collect::<Vec<_>>().join(" | ")
}

fn check(marked: &str, expected: &str) {
    assert_eq!(speakers(marked), expected, "{marked}");
}

#[test]
fn names_shed_titles_offices_and_possessives() {
    check("[Ann Lee, the mayor,] said {it rained}.", "Ann Lee");
    check("[The mayor, Ann Lee,] said {it rained}.", "Ann Lee");
    check("[Mrs. Ann Lee] said {it rained}. [Mrs. Lee] added {it was cold}.", "Ann Lee | Ann Lee");
    check(
        "[Irish Deputy Foreign Minister for Political Affairs Omar bin Talal al-Harun] said {so}.",
        "Omar bin Talal al-Harun",
    );
    check(
        "[Secretary of Ireland’s Supreme Security Council (SSC) Omar Harun] said {so}.",
        "Omar Harun",
    );
    check("[Lee campaign manager Bob Ray] said {so}.", "Bob Ray");
    check(
        "[John P. Ray Jr.] said {so}. Mr. [Ray] said {more}.",
        "John P. Ray Jr. | John P. Ray Jr.",
    );
    check(
        "[Mayor Bill de Groot] said {so}. [De Groot] said {more}.",
        "Bill de Groot | Bill de Groot",
    );
}

#[test]
fn who_is_not_the_head_does_not_speak() {
    check("[A spokesman for Ann Lee] said {so}.", "-");
    check("[An aide to President Ann Lee] said {so}.", "-");
    check("[Lee supporters] said {so}.", "-");
    check("[Ann Lee’s campaign] said {so}.", "Ann Lee’s campaign");
}

#[test]
fn parts_of_a_name_find_the_whole_before_and_after() {
    check(
        "[Harun] said {so}. Omar al-Harun left. [Al-Harun] said {more}.",
        "Omar al-Harun | Omar al-Harun",
    );
    check(
        "[Omar Rahman Harun] said {so}. [Rahman Harun] said {more}.",
        "Omar Rahman Harun | Omar Rahman Harun",
    );
    check("[Ann Lee] and Bob Ray met. [Ray] said {so}.", "Bob Ray");
}

#[test]
fn two_persons_of_one_surname_stay_two() {
    check(
        "[Ann Lee] said {so}. [Bob Lee] said {no}. [Mrs. Lee] said {yes}.",
        "Ann Lee | Bob Lee | Ann Lee",
    );
}

#[test]
fn roles_go_by_office_country_and_rank() {
    let text = "Irish Foreign Minister Ann Lee met Chilean President Bob Ray. ";
    let role = |source: &str| speakers(&format!("{text}[{source}] said {{so}}."));
    assert_eq!(role("The top Irish diplomat"), "Ann Lee");
    assert_eq!(role("The Irish official"), "Ann Lee");
    assert_eq!(role("The Chilean president"), "Bob Ray");
    assert_eq!(role("Chile’s chief executive"), "Bob Ray");
    assert_eq!(role("The Irish deputy foreign minister"), "-");
    assert_eq!(role("The Kenyan official"), "-");
    assert_eq!(role("The official"), "-");
}

#[test]
fn a_role_may_be_named_later() {
    check(
        "[Ireland’s top security official] said {so}.\n[Secretary of Ireland’s Supreme National Security Council Omar Harun] said {more}.",
        "Omar Harun | Omar Harun",
    );
}

#[test]
fn a_role_that_fits_two_alike_is_left_and_reported() {
    let text = "Senator Ann Lee and Senator Bob Ray met. [The senator] said {so}.";
    assert_eq!(speakers(text), "-");
    let found = document(text, &SpeakerLexicon::default());
    assert_eq!(
        found.findings[0].message,
        "source “The senator” fits 2 speakers (Ann Lee, Bob Ray), left unresolved; add an alias in lexicon/speakers.toml"
    );
}

#[test]
fn the_counterpart_is_known_by_country() {
    check(
        "President Ann Lee met her Chilean counterpart Bob Ray. [The Chilean president] said {so}.",
        "Bob Ray",
    );
}

/// C-17
#[test]
fn he_is_who_spoke_and_not_who_was_named_last() {
    check(
        "“{We go},” [Omar Harun]^ said in a meeting with Irish adviser Bob Ray in Cork.\n[He] added {that it was late}.",
        "Omar Harun | Omar Harun",
    );
    check("[Bob Ray] said {that Tom Hill had lied}. [He] left {it at that}.", "Bob Ray | Bob Ray");
}

/// C-18
#[test]
fn he_behind_the_content_is_who_spoke_before() {
    check("[Bob Ray] said {so}.\n{Tom Hill’s policy is old}, [he]^ added.", "Bob Ray | Bob Ray");
}

#[test]
fn pronouns_agree_in_gender() {
    check("[Ann Lee] said {so}. Bob Ray laughed. [She] said {more}.", "Ann Lee | Ann Lee");
    check("[Ann Lee] said {so}. Bob Ray laughed. [He] said {more}.", "Ann Lee | Bob Ray");
    check("[He] said {so}.", "-");
}

/// C-06: what a quotation says of others’ sayings is not theirs.
#[test]
fn second_hand_speech_moves_no_pronoun() {
    check(
        "[Omar Harun] added: “{The Leader praised the policy. Sami Nur’s government believes in it}.”\n[He] added: “{So do we}.”",
        "Omar Harun | Omar Harun",
    );
}

/// C-19, C-20
#[test]
fn a_bare_role_is_who_holds_it() {
    check(
        "Omar Harun held talks with Ireland’s Parliament Speaker Sami Nur. [The top lawmaker] said {so}.\n“{We believe it},” [the speaker]^ said. [He] went on to say {more}.",
        "Sami Nur | Sami Nur | Sami Nur",
    );
}

#[test]
fn a_role_tells_the_country_of_a_president() {
    let text = "[President Ann Lee] said {so}. [The Irish president] said {more}.";
    let found = document(text, &SpeakerLexicon::default());
    assert_eq!(found.members.len(), 1);
    assert_eq!(found.members[0].country.map(|c| c.to_string()).as_deref(), Some("ie"));
}

#[test]
fn a_participle_without_a_statement_goes_with_its_subject() {
    check("Ann Lee took the stage, {and that it rained}.", "Ann Lee");
    check("Bob Ray left.\n{It rained}.", "-");
}

#[test]
fn somebody_unnamed_is_nobody() {
    let text = "Irish diplomat Ann Lee came. ";
    assert_eq!(speakers(&format!("{text}[An Irish diplomat] said {{so}}.")), "-");
    assert_eq!(speakers(&format!("{text}[His diplomat] said {{so}}.")), "-");
    assert_eq!(speakers(&format!("{text}[The Irish diplomat] said {{so}}.")), "Ann Lee");
}

/// C-08, C-09: the words of headlines make no names.
#[test]
fn headlines_make_no_names() {
    check(
        "Ann Lee Defends Plans To Leave Cork\n[Ann Lee] said {so}. [Lee] said {more}.",
        "Ann Lee | Ann Lee",
    );
}

#[test]
fn capitals_of_a_beginning_make_no_names() {
    check("The remarks were long. [Remarks] said {so}. [Quickly] said {more}.", "- | -");
    check("[Using Ann Lee] said {so}. [Ann Lee] said {more}.", "Ann Lee | Ann Lee");
    check("[An Ohio Republican] said {so}.", "-");
    check("[The Lee campaign in Ohio] said {so}.", "Lee campaign");
    check("[The government of Chile] said {so}.", "Government of Chile");
}

#[test]
fn plurals_and_one_of_many_are_no_names() {
    check("[Respondents] said {so}.", "-");
    check("[Aides] said {so}.", "-");
    check("[Projections] show {so}.", "-");
    check("[A German] said {so}.", "-");
    check("[Another Muslim] said {so}.", "-");
    check("[Total] reported {so}.", "-");
    check("[Sanders] said {so}.", "Sanders");
    check("[Reuters] said {so}.", "Reuters");
}

#[test]
fn implied_sources_go_with_the_one_before() {
    check("[Ann Lee] said {so}, {and that}, {and more}.", "Ann Lee | Ann Lee | Ann Lee");
    let found = document("[Ann Lee] said {so}, {and that}.", &SpeakerLexicon::default());
    assert_eq!(found.resolutions[1].via, Via::Implied);
    assert!(found.resolutions[1].steps[0].starts_with("no source of its own"));
}

/// C-08, and issue 3: nonsense speakers.
#[test]
fn bodies_speak_and_crowds_do_not() {
    check("[Ireland] said {so}. [The White House] said {no}.", "Ireland | White House");
    check(
        "[The Irish Foreign Ministry] said {so}. [The ministry] said {more}.",
        "Irish Foreign Ministry | Irish Foreign Ministry",
    );
    check(
        "[Police] said {so}. [Officials] said {no}. [Critics] said {yes}. [They] said {more}.",
        "Police | - | - | -",
    );
    check("[Monday] said {so}. [However] said {no}. [It] said {yes}.", "- | - | -");
    check("[Ann Lee and Bob Ray] said {so}.", "-");
}

#[test]
fn who_belongs_to_the_name_in_front() {
    check("Ann Lee, [who] said {so}, left.", "Ann Lee");
    check("Ann Lee, the mayor of Cork, [who] said {so}, left.", "Ann Lee");
    check("The man [who] said {so} left.", "-");
}

#[test]
fn offices_are_the_articles_words() {
    let found = document(
        "[Irish Foreign Minister Ann Lee] said {so}. [Bob Ray, the mayor of Cork,] said {no}. [He] said {more}.",
        &SpeakerLexicon::default(),
    );
    let offices: Vec<&str> = found.resolutions.iter().map(|r| r.office.as_str()).collect();
    assert_eq!(offices, ["Irish Foreign Minister", "mayor of Cork", "mayor of Cork"]);
    let country = |m: usize| found.members[m].country.map(|c| c.to_string());
    assert_eq!(country(0).as_deref(), Some("ie"));
}

#[test]
fn two_sides_are_nobody() {
    check("[The two sides] stressed {the need for talks}.", "-");
    check("[Both sides] said {so}.", "-");
    check("[Ann Lee and Bob Ray] said {so}.", "-");
}

#[test]
fn the_company_is_who_spoke_before() {
    check(
        "[Corvane Holdings PLC] said {so}. [The company] said {more}.",
        "Corvane Holdings PLC | Corvane Holdings PLC",
    );
    check("[Ann Lee] said {so}. [The company] said {more}.", "Ann Lee | -");
    check("[The Cork City Council] said {so}. [The company] said {more}.", "Cork City Council | -");
}

#[test]
fn what_somebody_did_is_no_part_of_the_name() {
    check("[Ann Lee issued a statement] saying {so}.", "Ann Lee");
    check("[Ann Lee earlier] said {so}.", "Ann Lee");
    check("[Ann Lee supporters] said {so}.", "-");
}

/// "Xi", "Kim": where the family name comes first, it is what short mentions give.
#[test]
fn family_names_may_come_first() {
    check(
        "[North Korean leader Kim Jong-un] said {so}. [Kim] said {more}.",
        "Kim Jong-un | Kim Jong-un",
    );
    check(
        "[Chinese President Xi Jinping] said {so}. [Mr. Xi] said {more}.",
        "Xi Jinping | Xi Jinping",
    );
    check(
        "[North Korean leader Kim Jong-un] said {so}. [Kim Yo-jong] said {no}. [Kim Jong-un] said {yes}.",
        "Kim Jong-un | Kim Yo-jong | Kim Jong-un",
    );
}

#[test]
fn a_title_behind_a_place_is_that_of_the_name_behind_it() {
    check(
        "Mr. Make Kesh came. Speaking in Kesh, [Defence Minister Iva Stone] said {so}. [The minister] said {more}.",
        "Iva Stone | Iva Stone",
    );
}

#[test]
fn an_office_of_the_time_told_of_is_a_former_one() {
    check(
        "[Then-Defence Minister Karl Stein] said {so}. [The former minister] said {more}.",
        "Karl Stein | Karl Stein",
    );
    check(
        "[Defence Minister Karl Stein] said {so}. [The former minister] said {more}.",
        "Karl Stein | -",
    );
}

#[test]
fn a_role_without_article_may_go_on_before_its_name() {
    check("[Acting deputy mayor for roads Pim Olsen] said {so}.", "Pim Olsen");
    check("[A spokesman for mayor Pim Olsen] said {so}.", "-");
    check("[Spokesman for mayor Pim Olsen] said {so}.", "-");
}

#[test]
fn what_is_published_says_what_its_author_says() {
    check("[A report by the Kesh Research Institute] said {so}.", "Kesh Research Institute");
    check("[Figures compiled by Ann Lee] show {so}.", "Ann Lee");
    check("[Documents obtained by Ann Lee] show {so}.", "-");
    check("[A man killed by Ann Lee] said {so}.", "-");
}

#[test]
fn an_epithet_is_who_was_just_talked_about() {
    check("[Jurgen Falk] said {so}. [The German] said {more}.", "Jurgen Falk | Jurgen Falk");
    check("[Jurgen Falk] said {so}. [The 54-year-old] said {more}.", "Jurgen Falk | Jurgen Falk");
    check("Jurgen Falk met Karl Stein. Karl Stein met Jurgen Falk. [The German] said {so}.", "-");
}

#[test]
fn he_is_none_of_those_he_names() {
    check("[Bob Ray] said {so}. John Lee spoke. [He] said {Lee would go}.", "Bob Ray | Bob Ray");
    check("John Lee spoke. [He] said {Lee would go}.", "John Lee");
}

#[test]
fn honours_behind_a_name_are_no_part_of_it() {
    check("[Robert Quill QC] said {so}. [Mr Quill] said {more}.", "Robert Quill | Robert Quill");
    check("[Det Con Imran Sheikh, of Kesh Police,] said {so}.", "Imran Sheikh");
}

/// The speakers of `text` as it is read, without marks.
fn speakers_as_read(text: &str) -> String {
    let reading = reading(text);
    let prose = Prose::new(&reading);
    let attributions = attribute(&reading, &prose);
    let hits = Gazetteer::builtin().hits(text);
    let found = resolve(&reading, &prose, &attributions, &hits, &SpeakerLexicon::default());
    let name = |r: &Resolution| r.speaker.map_or("-".to_owned(), |m| found.members[m].name.clone());
    found.resolutions.iter().map(name).collect::<Vec<_>>().join(" | ")
}

#[test]
fn what_heads_a_line_of_a_list_is_nobody() {
    assert_eq!(speakers_as_read("Bread, two loaves.\nEggs: “free range and fresh today.”"), "-");
    let named = "The talk with the mayor, Orla Venn, was long.\nVenn: “We are glad of it.”";
    assert_eq!(speakers_as_read(named), "Orla Venn");
}

#[test]
fn a_weekday_behind_a_name_is_no_surname() {
    check("[Ann] told {so} to Bob Monday. [Ann Lee] said {more}.", "Ann Lee | Ann Lee");
    check("[Karl Stein Tuesday] said {so}.", "Karl Stein");
    check("[Karl Tuesday] said {so}.", "Karl");
}

#[test]
fn who_is_interviewed_answers() {
    let talk = "\nQ: Is it safe?\nA: It is.\nQ: And the road?\nA: It opens in May.";
    let about = "Orla Venn built the bridge of Kesh. She lives in the town. Our editor, Paul Hart, met her.";
    assert_eq!(speakers_as_read(&format!("{about}{talk}")), "Orla Venn | Orla Venn");
    let by = "The reporter Paul Hart likes Kesh. Hart likes the bridge. Orla Venn built it.";
    assert_eq!(speakers_as_read(&format!("{by}{talk}")), "Orla Venn | Orla Venn");
    let two = "Orla Venn built the bridge. Ann Lee paid for it.";
    assert_eq!(speakers_as_read(&format!("{two}{talk}")), "- | -");
}

#[test]
fn listeners_are_told_or_met_in_the_sentence() {
    let listeners = |text: &str| {
        let found = document(text, &SpeakerLexicon::default());
        let all = &found.resolutions.last().unwrap().listeners;
        all.iter().map(|&m| found.members[m].name.clone()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(
        listeners("In a meeting with Irish Prime Minister Bob Ray in Cork, [Ann Lee] said {so}."),
        "Bob Ray"
    );
    assert_eq!(
        listeners("Irish Prime Minister Bob Ray came. [Ann Lee] told <the Irish premier> {so}."),
        "Bob Ray"
    );
    assert_eq!(listeners("[Ann Lee] told <reporters> {so}."), "");
}

fn lexicon(text: &str) -> SpeakerLexicon {
    SpeakerLexicon::from_toml(&TomlFile::new("lexicon/speakers.toml", text)).unwrap()
}

/// Ids and names of the speakers of several articles.
fn merged(articles: &[&str], lexicon: &SpeakerLexicon) -> Vec<(String, usize)> {
    let documents: Vec<DocumentSpeakers> = articles.iter().map(|a| document(a, lexicon)).collect();
    let all = merge(&documents, lexicon);
    let count = |s: usize| all.of.iter().flatten().filter(|&&of| of == s).count();
    all.speakers.iter().enumerate().map(|(i, s)| (s.id.clone(), count(i))).collect()
}

#[test]
fn variants_merge_by_office_and_country_only() {
    let none = SpeakerLexicon::default();
    let ids = |articles: &[&str]| {
        let found = merged(articles, &none);
        found.iter().map(|(id, n)| format!("{id} {n}")).collect::<Vec<_>>().join(", ")
    };
    // Another transliteration, the same office.
    assert_eq!(
        ids(&[
            "[Irish President Omar Raisi] said {so}.",
            "[Irish President Omar Raeisi] said {so}."
        ]),
        "omar-raeisi 2"
    );
    // The same, but no office says that it is one person.
    assert_eq!(
        ids(&["[Omar Raisi] said {so}.", "[Omar Raeisi] said {so}."]),
        "omar-raeisi 1, omar-raisi 1"
    );
    // A namesake of another country.
    assert_eq!(
        ids(&["[Irish Senator Ann Lee] said {so}.", "[Chilean Senator Ann Lee] said {so}."]),
        "ann-lee 1, ann-lee-cl 1"
    );
    // One surname, two persons.
    assert_eq!(ids(&["[Ann Lee] said {so}.", "[Bob Lee] said {so}."]), "ann-lee 1, bob-lee 1");
    // A bare surname needs office and country.
    assert_eq!(
        ids(&["[Irish Senator Ann Lee] said {so}.", "[Irish Senator Lee] said {so}."]),
        "ann-lee 2"
    );
    assert_eq!(
        ids(&["[Irish Senator Ann Lee] said {so}.", "[Mr. Lee] said {so}."]),
        "ann-lee 1, lee 1"
    );
}

#[test]
fn the_publishers_list_names_speakers() {
    let listed = lexicon(
        "[[speaker]]\nname = \"Ann Leigh\"\naliases = [\"Ann Lee\"]\noffices = [\"Foreign Minister\"]\ncountry = \"ie\"",
    );
    assert_eq!(merged(&["[Ann Lee] said {so}."], &listed), [("ann-leigh".to_owned(), 1)]);
    let found = document("[Ann Lee] said {so}. [The top Irish diplomat] said {more}.", &listed);
    assert_eq!(found.resolutions[1].speaker, found.resolutions[0].speaker);
    assert_eq!(
        found.resolutions[0].steps.last().map(|step| communique_words::told(step)).as_deref(),
        Some("lexicon/speakers.toml gives the name as Ann Leigh")
    );
}

#[test]
fn two_bodies_that_speak_together_are_nobody_in_particular() {
    assert_eq!(
        speakers("[The Kesh Bank and the River Fund] warned {that growth would slow}."),
        "-"
    );
    assert_eq!(
        speakers("[The Department of Roads and Rivers] warned {that growth would slow}."),
        "Department of Roads"
    );
}

#[test]
fn what_somebody_does_is_taken_up() {
    let text = "Striker Pedro Ruiz scored twice. {We never gave up}, [the striker]^ said. Anna Berg, a geologist at the \
                University of Kesh, led the study. {It is older}, [the geologist]^ said.";
    assert_eq!(speakers(text), "Pedro Ruiz | Anna Berg");
}

proptest! {
    /// Issue 3: a speaker’s words occur in the article, whatever the text; and no text makes it panic.
    #[test]
    fn speakers_stand_in_the_article(words in prop::collection::vec(
        prop::sample::select(vec![
            "Ann", "Lee", "Bob", "Ray", "[he]", "[she]", "said", "{so}", "{so}", "the", "mayor", "of", "Cork", ",", ".", "Irish",
            "[Ann Lee]", "[Ray]", "[the senator]", "[Ann Lee, the mayor,]", "[Senator Ray]", "“", "”", "’s", "[who]", "[it]", "[L]", "\n", "—", "(", ")",
        ]), 0..40)) {
        let marked = words.join(" ");
        let (text, attributions) = annotated(&marked);
        let found = document(&marked, &SpeakerLexicon::default());
        prop_assert_eq!(found.resolutions.len(), attributions.len());
        for resolution in &found.resolutions {
            prop_assert!(!resolution.steps.is_empty());
            if let Some(member) = resolution.speaker {
                for word in found.members[member].name.split_whitespace() {
                    prop_assert!(text.to_lowercase().contains(&word.to_lowercase()), "{} in {}", word, text);
                }
            }
        }
        // Merging changes no totals.
        let all = merge(&[found.clone(), found.clone()], &SpeakerLexicon::default());
        prop_assert_eq!(all.of.iter().map(Vec::len).sum::<usize>(), 2 * found.members.len());
        prop_assert!(all.of.iter().flatten().all(|&s| s < all.speakers.len()));
        prop_assert!(all.speakers.windows(2).all(|w| w[0].id < w[1].id));
    }
}
