// The ten kinds of query of `communique_index::fixture::invented`, told apart.

/** `{ kind, words }`; the words of a phrase, a prefix, or of two words joined in some way. */
export function parse(query) {
  const words = query.replace(/["*]/g, '').split(/ OR | NEAR\/5 | -| /);
  if (query === '') return { kind: 'all', words: [] };
  if (query.startsWith('"')) return { kind: 'phrase', words };
  if (query.endsWith('*')) return { kind: 'prefix', words };
  if (query.includes(' OR ')) return { kind: 'or', words };
  if (query.includes(' NEAR/')) return { kind: 'near', words };
  if (query.includes(' -')) return { kind: 'not', words };
  return { kind: 'and', words };
}
