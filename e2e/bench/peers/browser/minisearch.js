// MiniSearch: no phrases, no nearness (both words are asked for instead). Its index is made beforehand.
import MiniSearch from '/node_modules/minisearch/dist/es/index.js';

const OPTIONS = { fields: ['text'], searchOptions: { combineWith: 'AND' } };

/** Beforehand: the saved index. */
export function save(texts) {
  const index = new MiniSearch(OPTIONS);
  index.addAll(texts.map((text, id) => ({ id, text })));
  return { 'minisearch.json': JSON.stringify(index) };
}

export async function open(_texts, fetchText) {
  const index = MiniSearch.loadJSON(await fetchText('minisearch.json'), OPTIONS);
  return ({ kind, words }) => {
    const all = words.join(' ');
    const query = {
      all: MiniSearch.wildcard,
      or: { queries: words, combineWith: 'OR' },
      not: { queries: words, combineWith: 'AND_NOT' },
    }[kind];
    return index.search(query ?? all, kind === 'prefix' ? { prefix: true } : {}).map(({ id }) => id);
  };
}

export const LIBRARY = ['minisearch/dist/es/index.js'];
