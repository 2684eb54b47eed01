//! What of the web platform only the page needs: the pack inside its module, and modules loaded on first use.
//! The rest of that room is shared with the annex: `communique_ui::browser`.

pub mod modules;
pub mod pack;
