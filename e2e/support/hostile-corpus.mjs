// Articles full of strings that have broken other sites: those of e2e/corpora/hostile, and every string of the list that
// the native tests read too, as a file's name, a title, a text, a speaker, an alias, an outlet, the label of a theme, and the
// reason of a correction. As a program it writes that folder where its argument says, for xtask to make a site of.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.join(import.meta.dirname, '..', '..');
const LIST = path.join(ROOT, 'crates', 'communique-site', 'tests', 'site', 'hostile.json');

/** The strings. */
export const STRINGS = JSON.parse(readFileSync(LIST, 'utf8'));

/** Another name of the person `Person <number>`. Names of the same letters are one; its first word tells them apart. */
export const alias = (string, number) => `alias${number} ${string}`;

/** Why the publisher says that this person made the second statement of the article. */
export const reason = (string, number) => `${number} ${string}`;

/**
 * An article that is known already. Its first statement is the string, of a speaker called so; its second has no speaker
 * before it is corrected.
 */
function article(string, number) {
  const [before, between, again] = ['It was said: ', ` marked${number}. And later: `, `so it is, ${number}`];
  const start = before.length;
  const end = start + [...string].length;
  const later = end + between.length;
  return {
    file: string,
    title: string,
    outlet: string,
    date: '2021-04-12',
    text: `${before}${string}${between}${again}`,
    unit: 'char',
    statements: [
      { id: `s${number}`, spans: [[start, end]], speaker: { id: `s${number}`, name: string }, themes: [`t${number}`] },
      { id: `c${number}`, spans: [[later, later + again.length]], themes: [] },
    ],
  };
}

/** A string of JSON is one of TOML, but for U+007F. */
const toml = (string) => JSON.stringify(string).replaceAll('\u007f', '\\u007f');

const theme = (string, number) => `[[theme]]\nid = "t${number}"\nlabel = ${toml(string)}\npatterns = ["marked${number}"]\n`;

const person = (string, number) => `[[speaker]]\nname = "Person ${number}"\naliases = [${toml(alias(string, number))}]\n`;

const correction = (string, number) =>
  `[[speaker]]\nstatement = "c${number}"\nspeaker = ${toml(alias(string, number))}\nreason = ${toml(reason(string, number))}\n`;

function write(folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(ROOT, 'e2e', 'corpora', 'hostile'), folder, { recursive: true });
  mkdirSync(path.join(folder, 'lexicon'));
  const file = (name, of, between = '\n') => writeFileSync(path.join(folder, name), STRINGS.map(of).join(between));
  file('strings.ndjson', (string, number) => `${JSON.stringify(article(string, number))}\n`, '');
  file('lexicon/themes.toml', theme);
  file('lexicon/speakers.toml', person);
  file('corrections.toml', correction);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) write(process.argv[2]);
