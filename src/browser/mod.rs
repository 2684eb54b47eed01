//! What of the web platform only the page needs: the pack inside its module. The rest of that room is shared with
//! the annex: `communique_ui::browser`.

pub mod pack;
