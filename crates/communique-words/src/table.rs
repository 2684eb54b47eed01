//! The table of texts that is spoken from.

#[cfg(target_arch = "wasm32")]
mod handed {
    use std::sync::OnceLock;

    static TABLE: OnceLock<Vec<&'static str>> = OnceLock::new();

    /// Takes `table`, a line for each key, for all that is said from now on. Only the first one counts: a page never
    /// changes its language without being loaded again.
    pub fn hand_over(table: String) {
        TABLE.get_or_init(|| table.leak().split('\n').collect());
    }

    pub(crate) fn line(n: usize) -> &'static str {
        TABLE.get().and_then(|table| table.get(n)).copied().unwrap_or_default()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod compiled_in {
    use std::cell::Cell;

    use crate::{Language, N_PAGE};

    thread_local! {
        static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
    }

    /// Runs `act`, which says everything in `language`, on this thread.
    pub fn within<T>(language: Language, act: impl FnOnce() -> T) -> T {
        let before = LANGUAGE.replace(language);
        let done = act();
        LANGUAGE.set(before);
        done
    }

    pub(crate) fn line(n: usize) -> &'static str {
        let language = LANGUAGE.get();
        let line = match n.checked_sub(N_PAGE) {
            None => language.page().split('\n').nth(n),
            Some(n) => language.annex().split('\n').nth(n),
        };
        line.unwrap_or_default()
    }
}

#[cfg(target_arch = "wasm32")]
pub use handed::hand_over;
/// Natively the words are compiled in.
#[cfg(not(target_arch = "wasm32"))]
pub fn hand_over(_: String) {}
#[cfg(target_arch = "wasm32")]
pub(crate) use handed::line;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use compiled_in::line;
#[cfg(not(target_arch = "wasm32"))]
pub use compiled_in::within;
