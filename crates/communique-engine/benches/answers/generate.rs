//! A corpus of made-up statements, the same for the same size: words, speakers, countries and themes by Zipf's
//! law, 40 to 80 words each, five to a document, dated over twelve years; and sixty views of every kind.

use communique_engine::View;
use communique_index::fixture::{self, Said};
use communique_index::{Corpus, Facet};

const N_WORDS: usize = 20_000;
const N_SPEAKERS: usize = 300;
const N_COUNTRIES: usize = 120;
const N_THEMES: usize = 20;

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// A rank below `n`, the r-th about as likely as 1/r.
    fn zipf(&mut self, n: usize) -> usize {
        let uniform = self.next() as f64 / u64::MAX as f64;
        ((n as f64).powf(uniform) as usize).saturating_sub(1).min(n - 1)
    }
}

pub(crate) fn corpus(n_statements: usize) -> Corpus {
    let mut random = Random(42);
    let said: Vec<_> = (0..n_statements).map(|n| said(&mut random, n)).collect();
    fixture::corpus(&said)
}

fn said(random: &mut Random, n: usize) -> Said {
    let n_words = 40 + random.below(41);
    let content: Vec<_> = (0..n_words).map(|_| word(random.zipf(N_WORDS))).collect();
    let mut keys = |name: &str, n: usize, most: usize| {
        let n_keys = random.below(most + 1);
        let mut keys: Vec<_> =
            (0..n_keys).map(|_| format!("{name}-{:03}", random.zipf(n))).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    };
    let (countries, themes) = (keys("country", N_COUNTRIES, 3), keys("theme", N_THEMES, 2));
    let day = n / 5 % 4_000;
    Said {
        file: format!("{:06}.txt", n / 5),
        date: match n / 5 % 10 {
            0 => String::new(),
            _ => format!("{}-{:02}-{:02}", 2010 + day / 336, 1 + day / 28 % 12, 1 + day % 28),
        },
        outlet: format!("outlet-{:02}", n / 5 % 30),
        speaker: format!("speaker-{:03}", random.zipf(N_SPEAKERS)),
        content: content.join(" "),
        countries,
        themes,
        ..Said::default()
    }
}

/// The word of a rank: syllables, shorter for frequent words, distinct for distinct ranks.
fn word(rank: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ka", "lo", "mi", "nu", "pe", "ra", "so", "ti", "va", "zo", "bu", "de", "fi", "go", "ha",
        "jo",
    ];
    let mut word = String::new();
    let mut rest = rank + 16;
    while rest > 0 {
        word.push_str(SYLLABLES[rest % 16]);
        rest /= 16;
    }
    word
}

/// Sixty views: words frequent and rare, two words, phrases, prefixes, each with no, one or several filters.
pub(crate) fn views(corpus: &Corpus) -> Vec<View> {
    let text = &corpus.documents[0].text;
    let phrase: Vec<_> = text.split_whitespace().skip(5).take(2).collect();
    let queries = [
        String::new(),
        word(0),
        word(40),
        word(3_000),
        format!("{}+{}", word(5), word(60)),
        format!("{}+OR+{}", word(300), word(700)),
        format!("{}+-{}", word(20), word(2)),
        format!("%22{}%22", phrase.join("+")),
        format!("{}*", &word(500)[..4]),
        format!("{}+NEAR/5+{}", word(1), word(9)),
    ];
    let key = |facet: Facet, n: usize| {
        let keys = &corpus.facet_values[facet];
        keys[n.min(keys.len() - 1)].key.clone()
    };
    let filters = [
        String::new(),
        format!("&speaker={}", key(Facet::Speaker, 0)),
        format!("&country={},{}", key(Facet::Country, 0), key(Facet::Country, 3)),
        format!("&theme={},!{}", key(Facet::Theme, 1), key(Facet::Theme, 2)),
        "&from=2014-01-01&to=2018-12-31".to_owned(),
        format!("&country=!{}&year=2015,2016&sort=oldest", key(Facet::Country, 1)),
    ];
    let address = |query: &String, filter: &String| View::decode(&format!("q={query}{filter}")).0;
    queries
        .iter()
        .flat_map(|query| filters.iter().map(move |filter| address(query, filter)))
        .collect()
}
