//! Every mark of every picture leads to a list of as many statements as it counts, and picture and table agree.

use communique_engine::{Engine, Question, View};
use communique_index::fixture::{Said, corpus};
use communique_index::{Facet, pack};
use communique_layouts::{Compare, Mark, Matrix, Network, Table, Timeline, WorldMap};

fn engine() -> Engine {
    let who = ["ann-lee", "bob-ray", "carl-otto-gauß", ""];
    let about = ["us ir", "iq", "us", "il qa ir", ""];
    let on = ["trade", "war peace", "", "peace trade war"];
    let dates = ["2020-12-31", "2021-04-12", "", "2021-06-01"];
    let said: Vec<_> = (0..60)
        .map(|n| {
            let file = format!("{}.txt", n % 7);
            let said = Said::new(&file, who[n % 4], ["they talk", "they stay", "no"][n % 3]);
            let said = said.about(about[n * 7 % 5]).on(on[n * 5 % 11 % 4]).dated(dates[n % 7 % 4]);
            let listeners = ["ann-lee", "bob-ray"].into_iter().filter(|_| n % 5 == 0);
            Said { listeners: listeners.map(str::to_owned).collect(), ..said }
        })
        .collect();
    Engine::open(pack::write(&corpus(&said))).expect("a sound corpus opens")
}

const ADDRESSES: [&str; 10] = [
    "",
    "speaker=ann-lee",
    "country=us",
    "country=us,ir",
    "country=us,ir&country-all=1",
    "country=us,!ir&theme=war",
    "theme=war,peace&q=talk",
    "from=2021-01-01",
    "from=2021-04-01&to=2021-04-30&speaker=!bob-ray",
    "year=undated,2021&listener=ann-lee",
];

fn check(engine: &Engine, view: &View, mut drawn: Vec<Mark>, table: &Table) {
    drawn.iter().for_each(|mark| leads_to_its_count(engine, view, mark));
    let mut told: Vec<_> = table.marks().cloned().collect();
    for marks in [&mut drawn, &mut told] {
        marks.sort_by(|a, b| a.name.cmp(&b.name));
    }
    assert_eq!(drawn, told, "?{}", view.encode());
}

fn leads_to_its_count(engine: &Engine, view: &View, mark: &Mark) {
    let target = view.after(mark.steps.clone());
    let n_answers = engine.n_answers(target.question());
    assert_eq!(n_answers, mark.count, "{} of ?{}", mark.name, view.encode());
    assert!(!target.encode().contains("view="), "a mark leads to the list");
}

#[test]
fn marks_lead_to_what_they_count_and_tables_say_the_same() {
    let engine = engine();
    let mut n_marks = 0;
    for address in ADDRESSES {
        let (view, odd) = View::decode(address);
        assert_eq!(odd, []);
        let question = view.question();
        let answer = engine.answer(question);
        let pairs = |a, b| engine.pairs(&answer, a, b);
        for width in [320, 720] {
            let matrix = Matrix::new(&pairs(Facet::Theme, Facet::Speaker), question, width);
            let cells = matrix.cells.iter().filter_map(|cell| cell.filled.clone());
            let drawn: Vec<_> = cells.map(|(_, mark)| mark).collect();
            n_marks += drawn.len();
            check(&engine, &view, drawn, &matrix.table);
            let heads = matrix.rows.iter().chain(&matrix.columns);
            heads.for_each(|head| leads_to_its_count(&engine, &view, &head.mark));

            let pair = ["ann-lee", "carl-otto-gauß"].map(str::to_owned);
            if let Some(comparison) = engine.comparison(&answer, Some(&pair)) {
                let compare = Compare::new(&comparison, question, width);
                let bars = compare.rows.iter().flat_map(|row| row.bars.iter().flatten());
                check(
                    &engine,
                    &view,
                    bars.map(|(_, _, mark)| mark.clone()).collect(),
                    &compare.table,
                );
            }
            let dateless = Question { from: None, to: None, ..question.clone() };
            let months = engine.months(&engine.answer(&dateless));
            let timeline = Timeline::new(&months, question, width);
            let bars = timeline.bars.iter().chain(&timeline.undated);
            check(&engine, &view, bars.map(|bar| bar.mark.clone()).collect(), &timeline.table);
        }
        let (about, to) =
            (pairs(Facet::Speaker, Facet::Country), pairs(Facet::Speaker, Facet::Listener));
        let network = Network::new(&about, &to, question, 328);
        check(
            &engine,
            &view,
            network.bands.iter().map(|band| band.mark.clone()).collect(),
            &network.table,
        );
        network.nodes.iter().for_each(|node| leads_to_its_count(&engine, &view, &node.mark));

        let map = WorldMap::new(&engine.value_counts(&answer, Facet::Country), question);
        check(&engine, &view, map.countries.iter().map(|c| c.mark.clone()).collect(), &map.table);
    }
    assert!(n_marks > 100, "{n_marks} cells would prove little");
}

#[test]
fn numbers_equal_those_of_the_facets() {
    let engine = engine();
    let answer = engine.answer(View::default().question());
    let matrix =
        Matrix::new(&engine.pairs(&answer, Facet::Theme, Facet::Speaker), &answer.question, 720);
    let facet_count = |facet: Facet, name: &str| {
        let label = name.split(": ").next().unwrap_or_default();
        let of = answer.facets[facet]
            .iter()
            .find(|count| engine.value(facet, count.value).label == label);
        of.map(|count| count.count as usize)
    };
    for (facet, heads) in [(Facet::Theme, &matrix.rows), (Facet::Speaker, &matrix.columns)] {
        assert_eq!(heads.len(), answer.facets[facet].len());
        for head in heads {
            assert_eq!(
                facet_count(facet, &head.mark.name),
                Some(head.mark.count),
                "{}",
                head.mark.name
            );
        }
    }
    let map = WorldMap::new(&engine.value_counts(&answer, Facet::Country), &answer.question);
    for mark in map.table.marks() {
        assert_eq!(facet_count(Facet::Country, &mark.name), Some(mark.count), "{}", mark.name);
    }
}

#[test]
fn nothing_leaves_the_picture_or_covers_its_neighbor() {
    let engine = engine();
    let answer = engine.answer(View::default().question());
    for width in [320, 480, 720] {
        let matrix = Matrix::new(
            &engine.pairs(&answer, Facet::Theme, Facet::Speaker),
            &answer.question,
            width,
        );
        for cell in &matrix.cells {
            let rect = cell.rect;
            assert!(rect.x >= 0 && rect.x + rect.width <= matrix.width);
            assert!(rect.y >= 0 && rect.y + rect.height <= matrix.height);
            let others = matrix.cells.iter().filter(|other| other.rect != rect);
            for other in others.map(|other| other.rect) {
                let apart = rect.x + rect.width <= other.x
                    || other.x + other.width <= rect.x
                    || rect.y + rect.height <= other.y
                    || other.y + other.height <= rect.y;
                assert!(apart, "{rect:?} {other:?}");
            }
        }
    }
    let pairs = |column| engine.pairs(&answer, Facet::Speaker, column);
    for width in [328, 880] {
        let (about, to) = (pairs(Facet::Country), pairs(Facet::Listener));
        let network = Network::new(&about, &to, &answer.question, width);
        let (own_width, height) = network.size;
        assert!(own_width <= width);
        for node in &network.nodes {
            assert!(node.rect.x >= 0 && node.rect.x + node.rect.width <= own_width);
            assert!(node.rect.y >= 0 && node.rect.y + node.rect.height <= height);
            let below = network
                .nodes
                .iter()
                .filter(|other| other.facet == node.facet && other.rect.y > node.rect.y);
            for other in below {
                assert!(
                    node.rect.y + node.rect.height < other.rect.y,
                    "{} {}",
                    node.mark.name,
                    other.mark.name
                );
            }
        }
    }
}

#[test]
fn a_comparison_says_what_it_has_no_room_for() {
    let sentence = |n_themes: usize| {
        let themes: Vec<_> = (0..n_themes).map(|n| format!("theme-{n:02}")).collect();
        let said = ["ada", "bob"];
        let said = said.map(|who| Said::new("a.txt", who, "so").about("gb").on(&themes.join(" ")));
        let engine = Engine::open(pack::write(&corpus(&said))).expect("a sound pack");
        let answer = engine.answer(View::default().question());
        let comparison = engine.comparison(&answer, None).expect("two speakers");
        Compare::new(&comparison, &answer.question, 700).sentence
    };
    assert!(!sentence(12).contains("Not shown"));
    let sentence = sentence(14);
    assert!(
        sentence
            .ends_with("Not shown: 2 themes with fewer statements; choose them in the filters."),
        "{sentence}"
    );
}
