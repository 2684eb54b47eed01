// Filters and facet counts for engines that have none or slow ones: plain columns, and what a careful programmer
// would write over them. Counts leave out a facet's own selection, as the page's do.

const NONE = 0;

export class Columns {
  /** From `columns.json`. */
  constructor({ ids, dates, facets }) {
    this.n = ids.length;
    this.dates = dates;
    this.facets = Object.entries(facets).map(([key, { values, of }]) => {
      const starts = new Uint32Array(this.n + 1);
      of.forEach((places, n) => (starts[n + 1] = starts[n] + places.length));
      return { key, values, starts, places: Uint16Array.from(of.flat()) };
    });
    this.failed = new Uint16Array(this.n);
  }

  /** Of `hits` (places of statements): those that pass, and for each facet the count of every value. */
  answer(hits, params) {
    const { failed } = this;
    const tests = this.facets.flatMap((facet, bit) => {
      const chosen = params.get(facet.key);
      return chosen ? [selection(facet, chosen.split(','), 1 << bit)] : [];
    });
    const [from, to] = [params.get('from'), params.get('to')];
    const late = 1 << this.facets.length;
    for (const hit of hits) {
      let bits = NONE;
      for (const test of tests) if (!test.passes(hit)) bits |= test.bit;
      const date = this.dates[hit];
      if ((from || to) && !(date && (!from || from <= date) && (!to || date <= to))) bits |= late;
      failed[hit] = bits;
    }
    const counts = this.facets.map(({ values, starts, places }, bit) => {
      const count = new Uint32Array(values.length);
      const own = ~(1 << bit);
      for (const hit of hits) {
        if ((failed[hit] & own) === NONE) {
          for (let at = starts[hit]; at < starts[hit + 1]; at++) count[places[at]]++;
        }
      }
      return count;
    });
    return { passed: hits.filter((hit) => failed[hit] === NONE), counts };
  }
}

function selection({ values, starts, places }, keys, bit) {
  const included = new Set();
  const excluded = new Set();
  for (const key of keys) {
    if (key.startsWith('!')) excluded.add(values.indexOf(key.slice(1)));
    else included.add(values.indexOf(key));
  }
  const passes = (hit) => {
    let found = included.size === 0;
    for (let at = starts[hit]; at < starts[hit + 1]; at++) {
      if (excluded.has(places[at])) return false;
      found ||= included.has(places[at]);
    }
    return found;
  };
  return { bit, passes };
}
