//! What the page says, as `www/index.html` holds it, or as `www/start.js` has put it there for another language.

use communique_index::find::split_once;
use communique_words::hand_over;

use super::template;

/// Id of the template that holds the table.
const TABLE: &str = "words";

/// Everything is said in the words of the page from now on, and in `english` what the page leaves to be said by a
/// module loaded on first use. Another language's table has all of it, and goes before.
pub fn take(english: &str) {
    // The part for the scripts ends with an empty line.
    if let Some((_, table)) = split_once(&template::text(TABLE), "\n\n") {
        hand_over([table, english].join("\n"));
    }
}
