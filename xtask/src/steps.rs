//! Numbered steps with their times, and the tally of tests that ends a run.

use std::fmt;
use std::ops::AddAssign;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u32,
    /// Tests that failed.
    pub(crate) failed: u32,
}

impl Tally {
    /// A check without tests of its own, which counts as one.
    pub(crate) const ONE: Tally = Tally { passed: 1, failed: 0 };

    /// What a line of a test runner reports: `test result: ok. 5 passed; 0 failed; …` of Rust's, `  5 passed (2s)`
    /// and `  1 failed` of Playwright's, nothing for any other line.
    pub(crate) fn of_line(line: &str) -> Tally {
        let mut tally = Tally::default();
        match line.strip_prefix("test result: ") {
            Some(parts) => parts.split([';', '.']).for_each(|part| tally.count(part)),
            // Playwright indents its summary, so that a test's title or output cannot be mistaken for it.
            None if line.starts_with("  ") => tally.count(line),
            None => {}
        }
        tally
    }

    fn count(&mut self, part: &str) {
        let mut words = part.split_whitespace();
        let (Some(number), Some(word)) = (words.next(), words.next()) else { return };
        let Ok(number) = number.parse::<u32>() else { return };
        if words.next().is_some_and(|next| !next.starts_with('(')) {
            return;
        }
        match word {
            "passed" => self.passed += number,
            "failed" | "interrupted" | "flaky" => self.failed += number,
            _ => {}
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// A run of numbered steps. A failed step does not stop the others, so that one run tells all.
pub(crate) struct Steps {
    total: usize,
    done: Vec<(&'static str, Duration, Tally)>,
    started: Instant,
}

impl Steps {
    /// A run that will have `total` steps.
    pub(crate) fn new(total: usize) -> Self {
        Self { total, done: Vec::new(), started: Instant::now() }
    }

    /// Does the next step and says how it went. Gives whether nothing failed in it.
    pub(crate) fn step(
        &mut self,
        title: &'static str,
        work: impl FnOnce() -> Result<Tally>,
    ) -> bool {
        println!("\n[{}/{}] {title}", self.done.len() + 1, self.total);
        let started = Instant::now();
        let tally = work().unwrap_or_else(|error| {
            println!("      failed: {error:#}");
            Tally { passed: 0, failed: 1 }
        });
        let took = started.elapsed();
        println!(
            "      {} in {}",
            if tally.failed == 0 { "done" } else { "FAILED" },
            seconds(took)
        );
        self.done.push((title, took, tally));
        tally.failed == 0
    }

    /// Prints what each step took and found, and as its last line `N passed, N failed`.
    ///
    /// # Errors
    /// If a step failed.
    pub(crate) fn finish(self) -> Result<()> {
        let mut sum = Tally::default();
        println!("\nsummary, {} altogether", seconds(self.started.elapsed()));
        for (title, took, tally) in &self.done {
            println!("  {:<44} {:>9}   {tally}", title, seconds(*took));
            sum += *tally;
        }
        println!("\n{sum}");
        if sum.failed > 0 {
            let failed = self.done.iter().filter(|(_, _, tally)| tally.failed > 0);
            let titles: Vec<_> = failed.map(|&(title, _, _)| title).collect();
            bail!("failed: {}", titles.join(", "));
        }
        Ok(())
    }
}

/// A duration for people: `4.2 s`, `3 min 05 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    match duration.as_secs() {
        whole @ 60.. => format!("{} min {:02} s", whole / 60, whole % 60),
        _ => format!("{:.1} s", duration.as_secs_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_test_runners_are_counted_and_others_are_not() {
        let check = |line: &str, passed: u32, failed: u32| {
            assert_eq!(Tally::of_line(line), Tally { passed, failed }, "{line:?}");
        };
        check("test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out", 5, 0);
        check("test result: FAILED. 5 passed; 3 failed; 0 ignored; 0 measured", 5, 3);
        check("  21 passed (12.3s)", 21, 0);
        check("  2 failed", 0, 2);
        check("  1 flaky", 0, 1);
        check("  3 skipped", 0, 0);
        check("    3 passed votes were counted", 0, 0);
        check("5 passed", 0, 0);
        check("test passes ... ok", 0, 0);
    }

    #[test]
    fn durations_read_like_a_clock() {
        assert_eq!(seconds(Duration::from_millis(4210)), "4.2 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 min 05 s");
    }
}
