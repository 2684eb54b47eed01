//! Short texts found in short texts. The search of the standard library is made for long ones, and is two kilobytes of
//! module wherever it is called.

/// As [`str::split_once`]: what stands before and after the first `part` of `text`.
pub fn split_once<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let at = text.as_bytes().windows(part.len()).position(|bytes| bytes == part.as_bytes())?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::split_once;

    #[test]
    fn a_text_is_split_as_the_standard_library_does() {
        for text in ["", "our", "colour", "ours our", "2020..2021", "...", "é..ü", "ou"] {
            for part in ["our", "..", "é", "u"] {
                assert_eq!(split_once(text, part), text.split_once(part), "{text:?} at {part:?}");
            }
        }
    }
}
