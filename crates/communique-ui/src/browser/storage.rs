//! What the page remembers from visit to visit. A browser may refuse to; then nothing is remembered.

use web_sys::Storage;

use super::window;

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What is kept under `key`.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps `value` under `key`; `None` forgets it.
pub fn set(key: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}
