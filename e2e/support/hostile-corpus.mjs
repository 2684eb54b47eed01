// Articles full of strings that have broken other sites: those of e2e/corpora/hostile, and every string of the list that
// the native tests read too, as a file's name, a text, a speaker, an outlet, and the label of a theme. As a program it
// writes that folder where its argument says, for xtask to make a site of.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.join(import.meta.dirname, '..', '..');
const LIST = path.join(ROOT, 'crates', 'communique-site', 'tests', 'site', 'hostile.json');

/** The strings. */
export const STRINGS = JSON.parse(readFileSync(LIST, 'utf8'));

/** An article that is known already: its text holds the string, and its one statement is the string. */
function article(string, number) {
  const before = 'It was said: ';
  return {
    file: string,
    title: string,
    outlet: string,
    text: `${before}${string} marked${number}`,
    unit: 'char',
    statements: [{ spans: [[before.length, [...before, ...string].length]], speaker: { id: `s${number}`, name: string }, themes: [`t${number}`] }],
  };
}

function write(folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(ROOT, 'e2e', 'corpora', 'hostile'), folder, { recursive: true });
  mkdirSync(path.join(folder, 'lexicon'));
  writeFileSync(path.join(folder, 'strings.ndjson'), STRINGS.map((string, number) => `${JSON.stringify(article(string, number))}\n`).join(''));
  // A string of JSON is one of TOML, but for U+007F.
  const label = (string) => JSON.stringify(string).replaceAll('\u007f', '\\u007f');
  const theme = (string, number) => `[[theme]]\nid = "t${number}"\nlabel = ${label(string)}\npatterns = ["marked${number}"]\n`;
  writeFileSync(path.join(folder, 'lexicon', 'themes.toml'), STRINGS.map(theme).join('\n'));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) write(process.argv[2]);
