//! Tokens to terms: what a reader would not tell apart becomes one spelling.

/// The term of a token; empty where nothing but marks is left.
pub fn normalize(token: &str) -> String {
    let mut term = String::with_capacity(token.len());
    normalize_into(token, &mut term);
    term
}

/// Writes the term of a token into `term`, which is empty.
pub(super) fn normalize_into(token: &str, term: &mut String) {
    // Most tokens are their own terms.
    if token.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return term.push_str(token);
    }
    let word = strip_possessive(token);
    for c in word.chars().filter(|c| !is_mark(*c) && !is_apostrophe(*c)) {
        fold(c, term);
    }
    let is_number = term.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    term.retain(|c| c != ',' && (c != '.' || is_number));
    let in_capitals = !word.chars().any(char::is_lowercase);
    if in_capitals && is_set_apart(term) {
        term.make_ascii_uppercase();
    }
}

/// Whether a word in small letters and the same word in capitals are two terms, because the first is
/// an everyday word and the second the acronym of something in the news: the United States, the
/// World Health Organization, the Islamic State, information technology, the morning.
pub fn is_set_apart(folded: &str) -> bool {
    matches!(folded, "us" | "who" | "is" | "it" | "am")
}

/// Apostrophes and what is typed or set in their place.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | '′' | '`' | '´' | '＇')
}

/// What stands on or between letters without being one: accents, vowel signs, soft hyphens, joiners,
/// marks of direction.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{ad}'
            | '\u{200c}'..='\u{200f}'
            | '\u{591}'..='\u{5bd}'
            | '\u{5bf}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e8}'
            | '\u{6ea}'..='\u{6ed}'
    )
}

fn strip_possessive(token: &str) -> &str {
    let owner = token.strip_suffix(['s', 'S']).unwrap_or(token);
    match owner.chars().next_back() {
        Some(c) if is_apostrophe(c) && owner.len() < token.len() => {
            &owner[..owner.len() - c.len_utf8()]
        }
        _ => token,
    }
}

/// Base letters of U+00C0 to U+024F and U+1E00 to U+1EFF: the first character of the canonical decomposition in
/// lower case (Unicode Character Database), or the letter a stroke goes through; `.` where there is none.
const LATIN: &[u8; 400] = b"\
aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll\
lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
................................oo.............uu...............\
.............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
................";
const LATIN_ADDITIONAL: &[u8; 256] = b"\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Appends the lower-case base letters of `c`.
fn fold(c: char, term: &mut String) {
    let code = c as usize;
    let base = match code {
        0..0x80 => c.to_ascii_lowercase(),
        0xc0..0x250 => char::from(LATIN[code - 0xc0]),
        0x1e00..0x1f00 => char::from(LATIN_ADDITIONAL[code - 0x1e00]),
        _ => '.',
    };
    match c {
        _ if base != '.' || c == '.' => term.push(base),
        'ß' | 'ẞ' => term.push_str("ss"),
        'Æ' | 'æ' => term.push_str("ae"),
        'Œ' | 'œ' => term.push_str("oe"),
        'Þ' | 'þ' => term.push_str("th"),
        // One letter for the ways Arabic and Persian keyboards write it.
        'آ' | 'أ' | 'إ' | 'ٱ' => term.push('ا'),
        'ؤ' => term.push('و'),
        'ي' | 'ى' | 'ئ' => term.push('ی'),
        'ك' => term.push('ک'),
        'ة' => term.push('ه'),
        '٬' => term.push(','),
        '٫' => term.push('.'),
        '\u{660}'..='\u{669}' => term.push(char::from(b'0' + (code - 0x660) as u8)),
        '\u{6f0}'..='\u{6f9}' => term.push(char::from(b'0' + (code - 0x6f0) as u8)),
        _ => term.push(small(c)),
    }
}

/// The small letter of a Greek, Cyrillic, Armenian or full-width capital, and of the Latin ones of living
/// languages that have no base letter; any other character as it is.
///
/// What `char::to_lowercase` knows of all scripts is five kilobytes of table, compressed, in the page.
fn small(c: char) -> char {
    let code = u32::from(c);
    let step = match c {
        'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' | 'Ａ'..='Ｚ' => 32,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ'..='Ώ' => 63,
        'Ӏ' => 15,
        'Ɓ' => 210,
        'Ɔ' => 206,
        'Ɖ' | 'Ɗ' => 205,
        'Ɣ' => 207,
        'Ɛ' => 203,
        'Ə' => 202,
        // Capital and small letter are neighbors, the capital at the odd place.
        'Ƒ' | 'Ƴ' | 'Ӂ'..='ӎ' => code & 1,
        // And at the even place.
        'Ĳ' | 'Ƙ' | 'Ǣ'..='ǥ' | 'Ǽ'..='ǿ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => {
            1 - (code & 1)
        }
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_the_small_letters_that_unicode_gives_them() {
        let others = ('\u{386}'..'\u{3cf}').chain('\u{400}'..'\u{58f}');
        let latin = "ĲƁƆƉƊƏƐƑƔƘƳǢǤǼǾ".chars();
        for c in others.chain('\u{ff00}'..='\u{ffef}').chain(latin) {
            let lower: Vec<char> = c.to_lowercase().collect();
            assert_eq!(vec![small(c)], lower, "{c:?}");
        }
    }
}
