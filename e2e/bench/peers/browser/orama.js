// Orama: no nearness; words match as prefixes unless exact. Its index is made beforehand.
import { create, insertMultiple, load, save as saved, search } from '/node_modules/@orama/orama/dist/browser/index.js';

const empty = () => create({ schema: { text: 'string' } });

/** Beforehand: the saved index. */
export async function save(texts) {
  const index = empty();
  await insertMultiple(index, texts.map((text, n) => ({ id: String(n), text })), 1000);
  return { 'orama.json': JSON.stringify(saved(index)) };
}

export async function open(texts, fetchText) {
  const index = empty();
  load(index, JSON.parse(await fetchText('orama.json')));
  const everything = texts.map((_, id) => id);
  const find = async (term, threshold, exact) => {
    const { hits } = await search(index, { term, threshold, exact, limit: texts.length });
    return hits.map(({ id }) => Number(id));
  };
  return async ({ kind, words }) => {
    if (kind === 'all') return everything;
    if (kind === 'or') return find(words.join(' '), 1, false);
    if (kind === 'not') {
      const without = new Set(await find(words[1], 0, false));
      return (await find(words[0], 0, false)).filter((id) => !without.has(id));
    }
    return find(words.join(' '), 0, kind === 'phrase');
  };
}

export const LIBRARY = ['@orama/orama/dist/browser/index.js'];
