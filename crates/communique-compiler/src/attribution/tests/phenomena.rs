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

#[test]
fn what_may_be_said_is_not_said() {
    check_none("If Mayor Orla Venn says the bridge is safe, the town will open it.");
    check_none("Unless Venn says that the bridge is safe, nobody will cross it.");
    check_none("It is not clear whether Venn said that the bridge was safe.");
    check_none("Did Venn say that the bridge was safe?");
    check_none("Nor did Venn say that the bridge was safe.");
    check_none("Should Venn say that the bridge is safe, the town will open it.");
    check_none("Venn might say that the bridge is safe.");
    check_none("Venn would say that the bridge is safe.");
    check_none("Nobody said that the bridge was safe.");
    check_none("Neither mayor said that the bridge was safe.");
    check_none("Venn has yet to say when the road will open.");
    check_none("Venn could not say whether the bridge was safe.");
    check_none("Venn did not say that Hart had said the bridge was safe.");
}

#[test]
fn what_was_said_in_the_end_is_said() {
    check(
        "
        “The bridge is safe,” Venn will say on Friday.
         ^^^^^^^^^^^^^^^^^^^ content
                              ^^^^ source",
    );
    check(
        "
        Venn would later say that the bridge was safe.
        ^^^^ source
                             ^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
    check(
        "
        If the road floods, Venn said, the bridge is closed.
        ^^^^^^^^^^^^^^^^^^^ content
                            ^^^^ source
                                       ^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn in_somebodys_words() {
    check(
        "
        In her words, “the bridge is safe for everyone.”
           ^^^ source
               ^^^^^ cue
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
    check(
        "
        In the words of Orla Venn, “the bridge is safe for everyone.”
                        ^^^^^^^^^ source
        ^^^^^^^^^^^^^^^ cue
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
    check(
        "
        In Venn’s own words, “the bridge is safe for everyone.”
           ^^^^ source
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
    check_none("He was lost for words, and few in the town had words for it.");
}

#[test]
fn occasion_behind_what_was_said_is_the_topic() {
    check(
        "
        Hart said the talks were over, commenting on the strike.
        ^^^^ source
                  ^^^^^^^^^^^^^^^^^^^ content
                                       ^^^^^^^^^^^^^^^^^^^^^^^^ topic",
    );
    check(
        "
        “It is late,” Hart said when asked about the strike.
         ^^^^^^^^^^ content
                      ^^^^ source",
    );
}

#[test]
fn what_a_quotation_refers_to_is_its_topic() {
    check(
        "
        “It is over,” Venn said, referring to the strike in Arn.
         ^^^^^^^^^^^ content
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ topic
                                              ^^^^^^^^^^^^^^^^^ content2",
    );
}

#[test]
fn topic_in_front_belongs_to_the_first_cue() {
    check(
        "
        Referring to the fire, Venn said the town was sad, adding: “We mourn the dead.”
        ^^^^^^^^^^^^^^^^^^^^^ topic
                                         ^^^^^^^^^^^^^^^^ content
                                                           ^^^^^^ cue2
                                                                    ^^^^^^^^^^^^^^^^^ content2",
    );
}

#[test]
fn a_quotation_left_open_goes_with_the_cue_of_a_later_paragraph() {
    check(
        "
        “The harvest is lost this year.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
        “We start again in spring,” Venn said.
         ^^^^^^^^^^^^^^^^^^^^^^^^ content
                                    ^^^^ source",
    );
}

#[test]
fn apostrophe_of_many_inside_a_source() {
    check(
        "
        Members of the Kesh Farmers’ Union said the harvest was lost.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source
                                                ^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn a_pronoun_and_its_verb_behind_a_cue_are_what_was_said() {
    check(
        "
        The 54-year-old admitted he had thought of leaving the town.
        ^^^^^^^^^^^^^^^ source
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}

#[test]
fn according_to_is_the_outermost() {
    check(
        "
        According to Hart, Venn said that she was sorry.
        ^^^^^^^^^^^^ cue
                     ^^^^ source
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
    check(
        "
        According to Paul Hart, the deputy mayor, Venn told the council that the money was gone.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ source
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
    check(
        "
        Venn said the harbour was closed, according to Hart.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                          ^^^^^^^^^^^^ cue
                                                       ^^^^ source",
    );
    check(
        "
        “We are sorry,” Venn said, according to Hart.
         ^^^^^^^^^^^^ content
                        ^^^^ source",
    );
}

#[test]
fn turns_of_an_interview() {
    check(
        "
        KESH POST: Will the farmers get money?
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
        ORLA VENN: They will. The money is there, he said that it is.
        ^^^^^^^^^ source2
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content2
        We are sure of it.
        ^^^^^^^^^^^^^^^^^^ content2
        VENN: And the road will open in May.
        ^^^^ source3
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content3
        The harbour opens in June.",
    );
    check_none("WEATHER: Rain in the valley all day.");
}

#[test]
fn nobody_states_what_q_asks() {
    check(
        "
        Q: You said the bridge is safe?
        A: It is safe. The mayor said so.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
        Q: The critics say that it is not. And the road?
        A: The road opens in May.
           ^^^^^^^^^^^^^^^^^^^^^ content2",
    );
}

#[test]
fn turns_whose_labels_are_not_in_capitals() {
    check(
        "
        The mayors Orla Venn and Paul Hart met on Monday.
        Venn: The bridge is safe. We use it.
        ^^^^ source
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
        Hart: No.
              ^^ content2
        Venn: It is.
              ^^^^^ content3
        Hart: We shall see.
              ^^^^^^^^^^^^ content4",
    );
    // A list has headings, and names nobody.
    check_none(
        "Fairs in the valley.\nWhere: The old mill in Kesh.\nWhen: Monday at noon.\nWhere: The hall in Arn.\nWhen: Friday at nine.",
    );
}

#[test]
fn two_bodies_joined_are_one_source() {
    check(
        "
        The Ministry of Roads and the National River Council said on Tuesday that the bridge would reopen.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source
                                                             ^^^^ cue
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content",
    );
}
