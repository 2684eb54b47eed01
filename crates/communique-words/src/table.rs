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

    /// The text that says `english` in another language: in that language's table it stands behind it.
    pub(crate) fn behind(english: &str) -> Option<&'static str> {
        let lines = TABLE.get()?;
        lines.iter().find_map(|line| line.strip_prefix(english)?.strip_prefix(crate::told::BREAK))
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod compiled_in {
    use std::cell::Cell;
    use std::sync::LazyLock;

    use crate::{Language, N_ANNEX, N_PAGE};

    /// The texts of each language by number, in the order of [`Language::ALL`].
    static TABLES: LazyLock<[Vec<&'static str>; 2]> = LazyLock::new(|| {
        Language::ALL.map(|language| {
            let tables = [language.page(), language.annex(), language.told()];
            tables.into_iter().flat_map(|table| table.split('\n')).collect()
        })
    });

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

    fn table() -> &'static [&'static str] {
        &TABLES[LANGUAGE.get() as usize]
    }

    pub(crate) fn line(n: usize) -> &'static str {
        table().get(n).copied().unwrap_or_default()
    }

    /// The English text with that number, whatever is spoken.
    pub(crate) fn english(n: usize) -> &'static str {
        TABLES[Language::English as usize].get(n).copied().unwrap_or_default()
    }

    /// What the compiler tells, in English.
    pub(crate) fn english_told() -> &'static [&'static str] {
        &TABLES[Language::English as usize][N_PAGE + N_ANNEX..]
    }

    /// The text that says `english`, which the compiler told, in the language that is spoken.
    pub(crate) fn behind(english: &str) -> Option<&'static str> {
        let n = english_told().iter().position(|text| *text == english)?;
        Some(line(N_PAGE + N_ANNEX + n))
    }
}

#[cfg(target_arch = "wasm32")]
pub use handed::hand_over;
/// Natively the words are compiled in.
#[cfg(not(target_arch = "wasm32"))]
pub fn hand_over(_: String) {}
#[cfg(target_arch = "wasm32")]
pub(crate) use handed::{behind, line};

#[cfg(not(target_arch = "wasm32"))]
pub use compiled_in::within;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use compiled_in::{behind, english, english_told, line};
