//! What a reader keeps in this browser: how it is written into storage, and what may be in it.

/// Where kept views are in storage, as query strings.
pub const VIEWS: &str = "communique-views";
/// Where starred statements are in storage, by id.
pub const STARS: &str = "communique-stars";

/// How many letters of a statement name it in a list.
const N_LETTERS: usize = 80;

/// The keys that are written in `stored`, a line each.
pub fn read(stored: Option<String>) -> Vec<String> {
    let mut keys = Vec::new();
    stored.unwrap_or_default().lines().for_each(|key| add(&mut keys, key.to_owned()));
    keys
}

/// What [`read`] reads again; `None` for nothing.
pub fn write(keys: &[String]) -> Option<String> {
    (!keys.is_empty()).then(|| keys.join("\n"))
}

/// Adds `key` at the end, unless it is there.
pub fn add(keys: &mut Vec<String>, key: String) {
    if !keys.contains(&key) {
        keys.push(key);
    }
}

/// Takes `key` out, or adds it.
pub fn turn(keys: &mut Vec<String>, key: &str) {
    match keys.iter().position(|other| other == key) {
        Some(place) => _ = keys.remove(place),
        None => keys.push(key.to_owned()),
    }
}

/// The beginning of a text, with a sign that it goes on.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(N_LETTERS) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_once_each() {
        let mut keys = read(Some("a\nb\na".to_owned()));
        assert_eq!(keys, ["a", "b"]);
        turn(&mut keys, "a");
        turn(&mut keys, "c");
        assert_eq!(write(&keys).as_deref(), Some("b\nc"));
        assert_eq!(read(write(&keys)), keys);
        assert_eq!(write(&read(None)), None);
    }

    #[test]
    fn a_long_text_is_shortened_between_letters() {
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"é".repeat(81)), format!("{}…", "é".repeat(80)));
    }
}
