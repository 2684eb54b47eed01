//! The facets, each declared once: pack, query fields, URL keys, script interface and panels read this.

use std::ops::{Index, IndexMut};

/// A dimension that statements are grouped and filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The person or body a source resolves to; key: speaker id, or [`UNRESOLVED`].
    Speaker,
    /// Countries named in the content or its topic; key: ISO 3166-1 alpha-2 in lower case.
    Country,
    /// The publisher's themes; key: theme id.
    Theme,
    /// How much of the content is quoted; key: `direct`, `mixed` or `indirect`.
    Kind,
    /// Who published the document; key: outlet id, or [`UNSTATED`].
    Outlet,
    /// Year of the document's date; key: four digits, or [`UNDATED`].
    Year,
    /// Whom the speaker stands for; key as for `Country`.
    SpeakerCountry,
    /// To whom it was said; key: speaker id.
    Listener,
    /// The reporting word; key: its lemma.
    Cue,
}

/// Key of the speaker value for a source that resolves to nobody.
pub const UNRESOLVED: &str = "unresolved";
/// Key of the year value for documents without a date.
pub const UNDATED: &str = "undated";
/// Key of the outlet value for documents that do not say who published them.
pub const UNSTATED: &str = "unstated";

impl Facet {
    /// Every facet, in the order a reader meets them.
    pub const ALL: [Facet; 9] = [
        Facet::Speaker,
        Facet::Country,
        Facet::Theme,
        Facet::Kind,
        Facet::Outlet,
        Facet::Year,
        Facet::SpeakerCountry,
        Facet::Listener,
        Facet::Cue,
    ];

    /// The name in URLs, queries and the script interface.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Speaker => "speaker",
            Facet::Country => "country",
            Facet::Theme => "theme",
            Facet::Kind => "kind",
            Facet::Outlet => "outlet",
            Facet::Year => "year",
            Facet::SpeakerCountry => "spoke-for",
            Facet::Listener => "listener",
            Facet::Cue => "cue",
        }
    }

    /// The name of the switch beside it that asks for all chosen values instead of any.
    pub fn all_key(self) -> &'static str {
        match self {
            Facet::Speaker => "speaker-all",
            Facet::Country => "country-all",
            Facet::Theme => "theme-all",
            Facet::Kind => "kind-all",
            Facet::Outlet => "outlet-all",
            Facet::Year => "year-all",
            Facet::SpeakerCountry => "spoke-for-all",
            Facet::Listener => "listener-all",
            Facet::Cue => "cue-all",
        }
    }

    /// Whether one statement may have several values, so that asking for all of them makes sense.
    pub fn is_multivalued(self) -> bool {
        matches!(self, Facet::Country | Facet::Theme | Facet::Listener)
    }

    /// The facet with this key.
    pub fn from_key(key: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// The facet whose switch for all values has this key.
    pub fn from_all_key(key: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.all_key() == key)
    }
}

/// One `T` for each facet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FacetMap<T>([T; Facet::ALL.len()]);

impl<T> FacetMap<T> {
    /// The map whose entries are made by `make`.
    pub fn from_fn(mut make: impl FnMut(Facet) -> T) -> Self {
        Self(std::array::from_fn(|i| make(Facet::ALL[i])))
    }

    /// Facets with their entries, in the order of [`Facet::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &T)> {
        Facet::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<Facet> for FacetMap<T> {
    type Output = T;
    fn index(&self, facet: Facet) -> &T {
        &self.0[facet as usize]
    }
}

impl<T> IndexMut<Facet> for FacetMap<T> {
    fn index_mut(&mut self, facet: Facet) -> &mut T {
        &mut self.0[facet as usize]
    }
}
