//! Concordances: what the lines are, and in which order.

use communique_engine::{Engine, KwicSort, View};
use communique_index::fixture::{Said, corpus};
use communique_index::pack;

fn engine() -> Engine {
    let mut said = [
        Said::new("a.txt", "ada", "the Troops left Baghdad; more troops stay"),
        Said::new("a.txt", "ada", "no foreign troops, they said"),
        Said::new("b.txt", "carl", "troops of their own"),
        Said::new("b.txt", "carl", "that Étienne’s troops “arrived”"),
    ];
    said[2].topic = "On troops".into();
    Engine::open(pack::write(&corpus(&said))).expect("a sound corpus opens")
}

/// The lines in the order of `sort`, each as `statement: left|keyword|right`.
fn lines(query: &str, sort: &str) -> Vec<String> {
    let engine = engine();
    let (view, _) = View::decode(&format!("q={query}&sort=document"));
    let answer = engine.answer(view.question());
    let kwic = engine.kwic(&answer, KwicSort::from_key(sort), usize::MAX);
    assert_eq!(kwic.n_unread, 0);
    let spell = |line: &communique_engine::KwicLine| {
        format!("{}: {}|{}|{}", line.statement.0, line.left(), line.keyword(), line.right())
    };
    kwic.lines.iter().map(spell).collect()
}

#[test]
fn every_match_is_a_line_of_exact_slices() {
    assert_eq!(
        lines("troops", ""),
        [
            "0: the |Troops| left Baghdad; more troops stay",
            "0: the Troops left Baghdad; more |troops| stay",
            "1: no foreign |troops|, they said",
            "2: On |troops|",
            "2: |troops| of their own",
            "3: that Étienne’s |troops| “arrived”",
        ]
    );
    assert_eq!(lines("speaker:ada", ""), [""; 0], "no words, no lines");
    assert_eq!(lines("%22their own%22", ""), ["2: troops of |their own|"]);
}

#[test]
fn lines_are_sorted_by_the_first_to_fifth_word_of_either_side() {
    let order = |sort: &str| {
        let number = |line: &String| line.split(':').next().map(str::to_owned);
        lines("troops", sort).iter().filter_map(number).collect::<Vec<_>>().join(" ")
    };
    // étienne, foreign, more, on, the; then the line without a word.
    assert_eq!(order("left-1"), "3 1 0 2 0 2");
    // baghdad, no, that; ties in the order of the answer.
    assert_eq!(order("left-2"), "0 1 3 0 2 2");
    // arrived, left, of, stay, they.
    assert_eq!(order("right-1"), "3 0 2 0 1 2");
    assert_eq!(order("right-4"), "0 0 1 2 2 3");
    assert_eq!(order("left-5"), "0 0 1 2 2 3");
}

#[test]
fn the_word_sorted_by_is_told() {
    let engine = engine();
    let (view, _) = View::decode("q=troops");
    let answer = engine.answer(view.question());
    let kwic = engine.kwic(&answer, KwicSort::from_key("left-1"), usize::MAX);
    let words = kwic.lines.iter().map(|line| line.sorted_by.clone().map(|span| &line.text[span]));
    let words: Vec<_> = words.flatten().collect();
    assert_eq!(words, ["Étienne’s", "foreign", "more", "On", "the"]);
}

#[test]
fn long_answers_are_read_in_part_and_say_so() {
    let engine = engine();
    let (view, _) = View::decode("q=troops&sort=document");
    let answer = engine.answer(view.question());
    let kwic = engine.kwic(&answer, None, 1);
    assert_eq!((kwic.lines.len(), kwic.n_unread), (2, 3));
}
