//! Makes the index of words in steps, so that the page can be used meanwhile.

use std::time::Duration;

use leptos::prelude::set_timeout;

use communique_index::Pack;
use communique_index::inverted::Indexing;

/// Statements whose words are read in one go: a few milliseconds' work.
const STEP_LEN: usize = 500;
/// Statements whose words are read before anybody notices.
const FEW: usize = 4 * STEP_LEN;

/// Whether whoever looks for a word now would wait longer than a page may stand still.
pub(crate) fn is_long_wait(pack: &Pack) -> bool {
    !pack.is_indexed() && (pack.n_statements() > FEW || !pack.is_whole())
}

/// Makes the index of `pack`, if its texts are there and it is not, and then calls `on_done`. Between two steps the page is
/// free.
pub(crate) fn in_steps(pack: &'static Pack, on_done: impl FnOnce() + 'static) {
    if pack.is_whole() && !pack.is_indexed() {
        go_on(pack.indexing(), Box::new(on_done));
    }
}

fn go_on(mut indexing: Indexing<'static>, on_done: Box<dyn FnOnce()>) {
    let step = move || match indexing.step(STEP_LEN) {
        true => go_on(indexing, on_done),
        false => {
            indexing.end();
            on_done();
        }
    };
    set_timeout(step, Duration::ZERO);
}
