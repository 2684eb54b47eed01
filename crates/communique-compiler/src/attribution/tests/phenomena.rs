//! Turns of phrase of news from different houses, one a test, each met in articles of that house's kind.

use super::{check, check_none};

#[test]
fn told_whom_that() {
    check(
        "
        Governor Orla Venn told a news conference that wages grew too fast.
        ^^^^^^^^^^^^^^^^^^ source
                           ^^^^ cue
                                ^^^^^^^^^^^^^^^^^ listener
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn told_whom_behind_the_content() {
    check(
        "
        The talks on the river will go on in May, Venn told reporters on Thursday.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                                  ^^^^ source
                                                       ^^^^ cue",
    );
}

#[test]
fn insertion_between_source_and_cue() {
    check(
        "
        Milun, for his part, thanked the valley for its hospitality.
        ^^^^^^^^^^^^^^^^^^^ source
                             ^^^^^^^ cue
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn apposition_between_source_and_told() {
    check(
        "
        “The bridge is safe,” Orla Venn, the mayor of Kesh, told the Kesh Post.
         ^^^^^^^^^^^^^^^^^^ content
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source
                                                            ^^^^ cue",
    );
}

#[test]
fn further_noted() {
    check(
        "
        He further noted that trade had doubled, underlining that the road was open.
        ^^ source
           ^^^^^^^^^^^^^ cue
                         ^^^^^^^^^^^^^^^^^^^^^^ content
                                                 ^^^^^^^^^^^ cue2
                                                             ^^^^^^^^^^^^^^^^^^^^^^ content2",
    );
}

#[test]
fn role_behind_its_cue_that_is_named() {
    check(
        "
        “It is about time,” said the neighbor, Dot Fineman.
         ^^^^^^^^^^^^^^^^ content
                            ^^^^ cue
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ source",
    );
}

#[test]
fn adverb_that_is_a_name() {
    check(
        "
        Kelly said the bridge was safe.
        ^^^^^ source
              ^^^^ cue
                   ^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn outermost_of_nested_speech_closes_the_sentence() {
    check(
        "
        The president had said that the road is a priority, Venn added.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                                            ^^^^ source
                                                                 ^^^^^ cue",
    );
}

#[test]
fn what_was_asked_is_the_topic_of_the_answer() {
    check(
        "
        Asked whether the town would open the road, Venn replied: “No.”
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ topic
                                                    ^^^^ source
                                                         ^^^^^^^ cue
                                                                   ^^ content",
    );
}

#[test]
fn cues_with_a_noun_for_content() {
    check(
        "
        Venn called for an inquiry into the fire.
        ^^^^ source
             ^^^^^^^^^^ cue
                        ^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
    check(
        "
        Venn expressed concern over the fire.
             ^^^^^^^^^ cue
                       ^^^^^^^^^^^^^^^^^^^^^ content",
    );
    check(
        "
        Venn praised the farmers for their patience.
             ^^^^^^^ cue
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn negated_and_refused_cues_say_nothing() {
    check_none("Venn has never said whether the bridge was safe.");
    check_none("Venn refused to say whether the bridge was safe.");
    check_none("The ministry did not respond to a request for comment.");
    check_none("She would not say when that might be.");
}
