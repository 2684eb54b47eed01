//! What both modules of the page are made of: the page itself (the root package) and the annex, which it loads
//! on first use.
//!
//! Here stands what either would otherwise write again: what is derived from a view ([`Reading`]), the search for [`patterns`], the link to
//! another view ([`link::ViewLink`]), views that change in few types ([`dynamic`]), numbers and dates in words,
//! the room that talks to the browser, and the names that page and annex agree on ([`Part`]). Each module links
//! its own copy, so that what only one of them needs stays with that one. Deliberately absent: state that
//! outlives a component, and any step in the history; both are the page's.

pub mod browser;
pub mod dynamic;
mod indexing;
pub mod kept;
pub mod link;
mod part;
pub mod patterns;
mod reading;

/// Memory for page and annex: two-level segregated fit (Masmano et al., 2004), constant in time, and 0.6 kB of Brotli
/// less in each module than the standard library's dlmalloc.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub use communique_engine::words;
pub use part::{ARTICLE_HEADING, ARTICLE_SCROLLER, NEXT_STATEMENT, PREVIOUS_STATEMENT, Part};
pub use reading::Reading;
