// The second edition of the seeds: a hundred articles more, one article wrapped at another width, one passage of
// another taken out, one speaker corrected. As a program it writes that folder where its argument says, for xtask to
// make a site of.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SEEDS = path.join(import.meta.dirname, '..', '..', 'seeds');
const N_ADDED = 100;
const WIDTH = 64;

/** The article that is wrapped anew. */
export const WRAPPED = '001_9d0667f4fa7cf92c.txt';
/** The article that loses a passage, and the line that holds it. */
export const SHORTENED = { file: '003_5bd232881ca3315c.txt', line: 17 };
/** The statement that the publisher says somebody else made. */
export const CORRECTED = {
  id: '4176dk4z4fey',
  file: '000_6c199e49b80868eb.txt',
  speaker: 'Ebrahim Raisi',
  speakerId: 'ebrahim-raisi',
  reason: 'said by his president',
};
/** What the page writes for that: `corrections.toml` of the second edition. */
export const CORRECTION = `[[speaker]]
statement = "${CORRECTED.id}"
file = "${CORRECTED.file}"
words = "that the requirement for the US withdrawal from the region is to have friendly, fraternal, and unbreakable ties with neighboring countries"
speaker = "${CORRECTED.speaker}"
reason = "${CORRECTED.reason}"
`;

/** `text` with its lines broken so that none is longer than `WIDTH`, unless a word is. */
function wrap(text) {
  const wrapped = text.split('\n').map((line) => {
    const lines = [''];
    for (const word of line.split(' ')) {
      const last = lines.at(-1);
      if (last && last.length + 1 + word.length > WIDTH) lines.push(word);
      else lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
    return lines.join('\n');
  });
  return wrapped.join('\n');
}

const SPEAKERS = ['Ada Lindqvist', 'Tomas Okafor', 'Mira Castellan', 'Jonah Petrov'];
const SUBJECTS = ['the harbour', 'the new railway', 'the school budget', 'the water supply', 'the coastal road'];

/** An invented article. */
function article(number) {
  const speaker = SPEAKERS[number % SPEAKERS.length];
  const subject = SUBJECTS[number % SUBJECTS.length];
  return `Minister speaks about ${subject}, part ${number}

Minister ${speaker} said on Monday that ${subject} would be open again within ${number + 2} weeks.

"We have waited long enough for ${subject}," ${speaker} said.
`;
}

function write(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  cpSync(SEEDS, folder, { recursive: true });
  const change = (file, of) =>
    writeFileSync(path.join(folder, file), of(readFileSync(path.join(folder, file), 'utf8')));
  change(WRAPPED, wrap);
  change(SHORTENED.file, (text) => text.split('\n').toSpliced(SHORTENED.line - 1, 1).join('\n'));
  writeFileSync(path.join(folder, 'corrections.toml'), CORRECTION);
  for (let number = 0; number < N_ADDED; number++) {
    writeFileSync(path.join(folder, `added-${String(number).padStart(3, '0')}.txt`), article(number));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) write(process.argv[2]);
