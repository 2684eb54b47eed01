//! Repeated claims, folded.

use communique_engine::{Engine, View};
use communique_index::fixture::{Said, corpus};
use communique_index::{StatementIdx, pack};

#[test]
fn claims_are_shown_once_with_their_repetitions() {
    let lede = "that foreign forces leave the region within this year";
    let quote = "“Foreign forces will leave the region within this year, for good.”";
    let said = [
        Said::new("a.txt", "ann", lede).dated("2021-01-01"),
        Said::new("a.txt", "ann", "that trade between all the neighbors of ours grows"),
        Said::new("a.txt", "ann", quote),
        Said::new("b.txt", "bob", lede).dated("2022-01-01"),
        Said::new("b.txt", "ann", lede),
    ];
    let engine = Engine::open(pack::write(&corpus(&said))).expect("a sound corpus opens");
    let folded = |address: &str| {
        let answer = engine.answer(View::decode(address).0.question());
        let numbers = |repeats: &[StatementIdx]| {
            repeats.iter().map(|idx| format!("+{}", idx.0)).collect::<String>()
        };
        let claims = engine.folded(&answer.statements);
        let once: Vec<_> = claims.iter().map(|claim| claim.statement).collect();
        assert_eq!(engine.without_repeats(&answer.statements), once);
        let spelt = claims.iter().map(|c| format!("{}{}", c.statement.0, numbers(&c.repeats)));
        spelt.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(folded("sort=document"), "0+2+4 1 3");
    assert_eq!(folded("sort=newest"), "3 4+0+2 1", "the first of the answer stands for its claim");
    assert_eq!(folded("kind=direct"), "2", "only what answers counts");
    let repeats =
        |idx| engine.repeats(StatementIdx(idx)).iter().map(|idx| idx.0).collect::<Vec<_>>();
    assert_eq!([0, 1, 2, 3, 4].map(repeats), [vec![2, 4], vec![], vec![0, 4], vec![], vec![0, 2]]);
}
