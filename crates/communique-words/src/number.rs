//! Numbers with the digits of the language.

use crate::say::{DIGITS, THOUSANDS};

/// A number with its thousands apart: `1,204`.
pub fn number(n: usize) -> String {
    let ascii = ascii(n);
    let mut spelt = String::with_capacity(2 * ascii.len());
    for (idx, digit) in ascii.chars().enumerate() {
        if idx > 0 && (ascii.len() - idx).is_multiple_of(3) {
            spelt.push_str(THOUSANDS.text());
        }
        spelt.push(localized(digit));
    }
    spelt
}

/// `text` with its digits in those of the language: `2021`, a day of a month.
pub fn digits(text: &str) -> String {
    text.chars().map(localized).collect()
}

fn ascii(n: usize) -> String {
    n.to_string()
}

fn localized(digit: char) -> char {
    match digit.to_digit(10) {
        Some(value) => DIGITS.text().chars().nth(value as usize).unwrap_or(digit),
        None => digit,
    }
}
