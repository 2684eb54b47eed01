//! The languages of the page.

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// The one that everything is written in first.
    #[default]
    English,
    /// Written from right to left.
    Persian,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Language::English, Language::Persian];

    /// Its tag, as in `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Persian => "fa",
        }
    }

    /// The direction it is written in, as in `dir` attributes.
    pub fn direction(self) -> &'static str {
        match self {
            Language::English => "ltr",
            Language::Persian => "rtl",
        }
    }

    /// What its speakers call it.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Persian => "فارسی",
        }
    }

    /// What is said where the page does not speak: by its service worker, and where there are no scripts. A key with
    /// its text each.
    pub fn apart(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let lines = match self {
            Language::English => crate::EN_APART,
            Language::Persian => crate::FA_APART,
        };
        lines.lines().filter_map(|line| line.split_once(" = "))
    }

    /// What the scripts say that start the page: `key = text`, a line each.
    pub fn scripts(self) -> &'static str {
        match self {
            Language::English => crate::EN_SCRIPTS,
            Language::Persian => crate::FA_SCRIPTS,
        }
    }

    /// What the page says, a line for each key.
    pub fn page(self) -> &'static str {
        match self {
            Language::English => crate::EN_PAGE,
            Language::Persian => crate::FA_PAGE,
        }
    }

    /// What is said by that which the page loads on first use, a line for each key.
    pub fn annex(self) -> &'static str {
        match self {
            Language::English => crate::EN_ANNEX,
            Language::Persian => crate::FA_ANNEX,
        }
    }

    /// What the compiler tells of statements and articles, a line for each key.
    pub fn told(self) -> &'static str {
        match self {
            Language::English => crate::EN_TOLD,
            Language::Persian => crate::FA_TOLD,
        }
    }
}
