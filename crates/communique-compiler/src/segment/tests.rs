use expect_test::{Expect, expect};

use super::*;

/// Prints one line a segment: role, words, rule.
fn check(text: &str, expected: Expect) {
    let segments = segment(text);
    let mut end = 0;
    let printed: String = (segments.iter())
        .map(|segment| {
            let words = &text[segment.text_span.range()];
            assert!(!words.is_empty() && words.trim() == words, "{words:?}");
            assert!(text[end..segment.text_span.range().start].trim().is_empty());
            end = segment.text_span.range().end;
            let words: String = words.chars().take(60).collect();
            let rule = if segment.rule.is_empty() { "" } else { "  <- " };
            format!("{} {:?}: {words}{rule}{}\n", segment.line, segment.role, segment.rule)
        })
        .collect();
    assert!(text[end..].chars().all(|c| c.is_whitespace() || c.is_control()));
    expected.assert_eq(&printed);
}

const PROSE: &str = "The minister said on Monday that the talks in the capital had gone well.";

#[test]
fn an_article_of_a_news_site() {
    let text = format!(
        "News ID: 12345\nPublished: 0915 GMT May 3, 2021\n\nTalks went well, says minister\n\nTalks went well, says minister\n\
         Minister Ann Lee (L) meets her colleague in Accra on Monday. IRNA\n\nSpeaker: No more talks\n\n{PROSE}\n\
         \nDaily Example and Other Agency contributed to this story.\n\n\nSecurity Key:\nCaptcha refresh\nPage Generated in 0/12 sec"
    );
    check(
        &text,
        expect![[r#"
        1 Dateline: News ID: 12345  <- number of the story in the outlet's archive
        2 Dateline: Published: 0915 GMT May 3, 2021  <- publication time line
        4 Headline: Talks went well, says minister
        6 Boilerplate: Talks went well, says minister  <- headline printed a second time
        7 Caption: Minister Ann Lee (L) meets her colleague in Accra on Monday.  <- picture caption with its credit
        9 Subheading: Speaker: No more talks
        11 Body: The minister said on Monday that the talks in the capital ha
        13 Credit: Daily Example and Other Agency contributed to this story.  <- credit of contributors
        16 Boilerplate: Security Key:  <- line of a captcha
        17 Boilerplate: Captcha refresh  <- line of a captcha
        18 Boilerplate: Page Generated in 0/12 sec  <- line about how the page was made
    "#]],
    );
}

#[test]
fn links_and_notices_after_the_article() {
    let text = format!(
        "Talks will not end in failure: Lee\n\n{PROSE}\n\n{PROSE} 219\n\nRead More:\n\nBob Ray : Defending the talks; a duty\n\n\
         Related Articles\n\nBack to top button\n\nAdblock Detected\n\nPlease consider supporting us by disabling your ad blocker\n\
         © 2021 Daily Example. All rights reserved.\nSign up for our newsletter"
    );
    check(
        &text,
        expect![[r#"
        1 Headline: Talks will not end in failure: Lee
        3 Body: The minister said on Monday that the talks in the capital ha
        5 Body: The minister said on Monday that the talks in the capital ha
        5 Boilerplate: 219  <- editor's code after the last sentence
        7 Boilerplate: Read More:  <- heading of links to other articles
        9 Boilerplate: Bob Ray : Defending the talks; a duty  <- link to another article
        11 Boilerplate: Related Articles  <- heading of links to other articles
        13 Boilerplate: Back to top button  <- page navigation
        15 Boilerplate: Adblock Detected  <- ad-block notice
        17 Boilerplate: Please consider supporting us by disabling your ad blocker  <- ad-block notice
        18 Boilerplate: © 2021 Daily Example. All rights reserved.  <- copyright line
        19 Boilerplate: Sign up for our newsletter  <- invitation to sign up or follow
    "#]],
    );
}

#[test]
fn datelines_before_the_first_sentence() {
    let check_first =
        |prefix: &str, expected: Expect| check(&format!("{prefix}{PROSE}\n{PROSE}"), expected);
    check_first(
        "Accra(AB): ",
        expect![[r#"
        1 Dateline: Accra(AB):  <- dateline with agency
        1 Body: The minister said on Monday that the talks in the capital ha
        2 Body: The minister said on Monday that the talks in the capital ha
    "#]],
    );
    check_first(
        "ACCRA (Reuters) - ",
        expect![[r#"
        1 Dateline: ACCRA (Reuters) -  <- dateline with agency
        1 Body: The minister said on Monday that the talks in the capital ha
        2 Body: The minister said on Monday that the talks in the capital ha
    "#]],
    );
    check_first(
        "NEW YORK, May 3 (AP) — ",
        expect![[r#"
        1 Dateline: NEW YORK, May 3 (AP) —  <- dateline with agency
        1 Body: The minister said on Monday that the talks in the capital ha
        2 Body: The minister said on Monday that the talks in the capital ha
    "#]],
    );
    check_first(
        "ACCRA, Ghana — ",
        expect![[r#"
        1 Dateline: ACCRA, Ghana —  <- dateline
        1 Body: The minister said on Monday that the talks in the capital ha
        2 Body: The minister said on Monday that the talks in the capital ha
    "#]],
    );
    check_first(
        " date 2022-05-03 ",
        expect![[r#"
        1 Dateline: date 2022-05-03  <- date before the first sentence
        1 Body: The minister said on Monday that the talks in the capital ha
        2 Body: The minister said on Monday that the talks in the capital ha
    "#]],
    );
    check_first(
        "Daily ExampleDaily news:\u{a0}",
        expect![[r#"
        1 Dateline: Daily ExampleDaily news:  <- name of the agency before the first sentence
        1 Body: The minister said on Monday that the talks in the capital ha
        2 Body: The minister said on Monday that the talks in the capital ha
    "#]],
    );
    check_first(
        "Lee: ",
        expect![[r#"
        1 Body: Lee: The minister said on Monday that the talks in the capit
        2 Body: The minister said on Monday that the talks in the capital ha
    "#]],
    );
}

#[test]
fn subheadings_stand_before_prose_and_lists_stay_body() {
    let text = format!(
        "{PROSE}\nA second round\n{PROSE}\nThe minister’s list:\n- more talks\n- no war\n{PROSE}\nShe said:\n“No”\n{PROSE}"
    );
    check(
        &text,
        expect![[r#"
        1 Body: The minister said on Monday that the talks in the capital ha
        2 Subheading: A second round
        3 Body: The minister said on Monday that the talks in the capital ha
        4 Body: The minister’s list:
        5 Body: - more talks
        6 Body: - no war
        7 Body: The minister said on Monday that the talks in the capital ha
        8 Body: She said:
        9 Body: “No”
        10 Body: The minister said on Monday that the talks in the capital ha
    "#]],
    );
}

#[test]
fn a_text_without_prose_is_all_body() {
    check(
        "Roses are red\nViolets are blue\n",
        expect![[r#"
        1 Body: Roses are red
        2 Body: Violets are blue
    "#]],
    );
    check(
        "One line only",
        expect![[r#"
        1 Body: One line only
    "#]],
    );
}

#[test]
fn links_within_the_article_end_where_prose_goes_on() {
    let text = format!(
        "{PROSE}\nREAD MORE: Ten things on talks\n{PROSE}\nSee also\nTen more things\n{PROSE}"
    );
    check(
        &text,
        expect![[r#"
        1 Body: The minister said on Monday that the talks in the capital ha
        2 Boilerplate: READ MORE: Ten things on talks  <- link to another article
        3 Body: The minister said on Monday that the talks in the capital ha
        4 Boilerplate: See also  <- heading of links to other articles
        5 Boilerplate: Ten more things  <- link to another article
        6 Body: The minister said on Monday that the talks in the capital ha
    "#]],
    );
}
