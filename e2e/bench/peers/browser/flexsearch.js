// FlexSearch: no phrases, no nearness, no prefixes with this tokenizer, the quickest. The index is made on arrival,
// as its own saved form is larger and slower to read.
import FlexSearch from '/node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs';

export async function open(texts) {
  const index = new FlexSearch.Index({ tokenize: 'strict' });
  texts.forEach((text, id) => index.add(id, text));
  const everything = texts.map((_, id) => id);
  const find = (query) => index.search(query, { limit: texts.length });
  return ({ kind, words }) => {
    if (kind === 'all') return everything;
    if (kind === 'or') return [...new Set(words.flatMap(find))];
    if (kind === 'not') {
      const without = new Set(find(words[1]));
      return find(words[0]).filter((id) => !without.has(id));
    }
    return find(words.join(' '));
  };
}

export const LIBRARY = ['flexsearch/dist/flexsearch.bundle.module.min.mjs'];
