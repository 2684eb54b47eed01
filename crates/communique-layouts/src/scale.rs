//! From counts to lengths and shades.

/// How strongly a count is shaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// Share of the accent colour in hundredths: 8 to 45, or 82 to 100. Between them neither dark nor light
    /// words could be read.
    pub percent: usize,
    /// Whether words on it are light on dark.
    pub is_strong: bool,
}

impl Shade {
    /// The shade of `count` where the largest one is `most`.
    pub(crate) fn of(count: usize, most: usize) -> Self {
        let share = count * 100 / most.max(1);
        match share {
            0..=50 => Self { percent: 8 + share * 37 / 50, is_strong: false },
            _ => Self { percent: 82 + (share.min(100) - 50) * 18 / 50, is_strong: true },
        }
    }
}

/// `of / most` of `length`, at least 1 where there is anything.
pub(crate) fn length(of: usize, most: usize, length: i32) -> i32 {
    let exact = of as u64 * length.unsigned_abs() as u64 / most.max(1) as u64;
    i32::try_from(exact).unwrap_or(length).clamp(i32::from(of > 0), length)
}

/// Round numbers from 0 to `most` or a little less, at most `n` of them after the 0: steps of 1, 2 or 5 times a power of ten.
pub(crate) fn ticks(most: usize, n: usize) -> Vec<usize> {
    let steps = (0..).flat_map(|power| [1, 2, 5].map(|step| step * 10_usize.pow(power)));
    let step = steps.take(36).find(|step| most / step <= n).unwrap_or(most.max(1));
    (0..=most / step).map(|nth| nth * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_and_round() {
        for (most, expected) in [
            (0, vec![0]),
            (1, vec![0, 1]),
            (4, vec![0, 1, 2, 3, 4]),
            (7, vec![0, 2, 4, 6]),
            (34, vec![0, 10, 20, 30]),
            (12_345, vec![0, 5_000, 10_000]),
        ] {
            assert_eq!(ticks(most, 4), expected, "{most}");
        }
    }

    #[test]
    fn lengths_grow_with_counts_and_never_vanish() {
        assert_eq!(length(0, 10, 100), 0);
        assert_eq!(length(1, 10_000, 100), 1);
        assert_eq!(length(5, 10, 100), 50);
        assert_eq!(length(10, 10, 100), 100);
        assert_eq!(length(0, 0, 100), 0);
    }

    #[test]
    fn shades_leave_out_what_no_words_can_be_read_on() {
        let shades: Vec<_> = (0..=100).map(|count| Shade::of(count, 100)).collect();
        assert!(shades.is_sorted_by_key(|shade| shade.percent));
        assert!(shades.iter().all(|shade| match shade.is_strong {
            true => (82..=100).contains(&shade.percent),
            false => (8..=45).contains(&shade.percent),
        }));
        assert_eq!(Shade::of(3, 3).percent, 100);
    }
}
