//! Articles to make a site of: invented, of the length and with the number of statements that news articles have.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

const SPEAKERS: [&str; 12] = [
    "Ada Lindqvist",
    "Tomas Okafor",
    "Mira Castellan",
    "Jonah Petrov",
    "Leila Haddad",
    "Kwame Mensah",
    "Ingrid Solberg",
    "Rafael Ortega",
    "Yuki Tanabe",
    "Nadia Farouk",
    "Pavel Novak",
    "Grace Mwangi",
];
const OFFICES: [&str; 5] =
    ["Foreign Minister", "Minister", "President", "Governor", "Defence Minister"];
const SUBJECTS: [&str; 10] = [
    "the harbour",
    "the new railway",
    "the school budget",
    "the water supply",
    "the coastal road",
    "the trade agreement with Peru",
    "the border with Chile",
    "the peace talks",
    "the election",
    "the sanctions on Iran",
];
const CLAIMS: [&str; 8] = [
    "would be open again within the year",
    "had cost more than anybody expected",
    "was a matter for both governments",
    "could not be settled by force",
    "needed the consent of parliament",
    "had brought the neighbours closer together",
    "would be paid for by next year’s budget",
    "was what people had voted for",
];
const CUES: [&str; 6] = ["said", "stressed", "told reporters", "added", "warned", "noted"];
const N_PARAGRAPHS: usize = 12;

/// Writes `n` articles into `folder`, the same each time.
pub(crate) fn write(folder: &Path, n: usize) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for number in 0..n {
        fs::write(folder.join(format!("{number:04}.txt")), article(number))?;
    }
    Ok(())
}

fn article(number: usize) -> String {
    let pick =
        |of: &[&'static str], step: usize| of[(number * 7 + step * 5 + step * step) % of.len()];
    let mut text = format!("Talks about {}, part {number}\n\n", pick(&SUBJECTS, 0));
    let _ = writeln!(text, "{} May 20{:02} (Example Agency)\n", 1 + number % 28, 10 + number % 15);
    for paragraph in 0..N_PARAGRAPHS {
        let (speaker, office) = (pick(&SPEAKERS, paragraph / 3), pick(&OFFICES, paragraph / 3));
        let (subject, claim, cue) =
            (pick(&SUBJECTS, paragraph), pick(&CLAIMS, paragraph), pick(&CUES, paragraph));
        let _ = match paragraph % 4 {
            0 => writeln!(text, "{office} {speaker} {cue} on Monday that {subject} {claim}.\n"),
            1 => writeln!(
                text,
                "“We have waited long enough, and {subject} {claim},” {speaker} {cue}.\n"
            ),
            2 => writeln!(
                text,
                "He {cue} that {subject} {claim}. The hall had been full since the early morning.\n"
            ),
            _ => writeln!(
                text,
                "Traffic in the capital came to a halt for an hour. Shops had closed early, and the police counted \
                 some {} people between the station and the old market.\n",
                100 + number * paragraph
            ),
        };
    }
    text
}
