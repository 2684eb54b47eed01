import { open } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

/** Calls a function of the script interface; a thrown error comes back as its message. */
const call = (page, name, ...argumentsOfIt) =>
  page.evaluate(
    ([name, argumentsOfIt]) => {
      try {
        return { value: window.wasmBindings[name](...argumentsOfIt) };
      } catch (error) {
        return { error: `${error.constructor.name}: ${error.message}` };
      }
    },
    [name, argumentsOfIt],
  );

test('search gives plain data: statements, totals and every facet', async ({ page }) => {
  await open(page);
  const { value } = await call(page, 'search', { speaker: ['ali-shamkhani'], country: ['us'] });
  expect(value).toMatchObject({ total: 7, passages: 5, documents: 2, undated: 0, warnings: [] });
  expect(value.statements).toHaveLength(7);
  for (const statement of value.statements) {
    expect(statement).toMatchObject({ speaker: 'ali-shamkhani', speakerLabel: 'Ali Shamkhani' });
    expect(statement.countries).toContain('us');
    for (const key of ['id', 'kind', 'text', 'date', 'document', 'title', 'passage', 'themes', 'snippet']) {
      expect(statement).toHaveProperty(key);
    }
  }
  for (const facet of ['speaker', 'country', 'theme', 'kind', 'outlet', 'year']) {
    expect(value.facets[facet][0]).toMatchObject({ value: expect.any(String), count: expect.any(Number) });
  }
  const shamkhani = value.facets.speaker.find((row) => row.value === 'ali-shamkhani');
  expect(shamkhani).toMatchObject({ label: 'Ali Shamkhani', count: 7 });
});

test('an excluded value and its opposite make up the whole', async ({ page }) => {
  await open(page);
  const total = async (question) => (await call(page, 'search', question)).value.total;
  expect((await total({ country: ['us'] })) + (await total({ country: ['!us'] }))).toBe(await total({}));
  expect(await total({ country: ['us', 'il'], 'country-all': true })).toBeLessThan(await total({ country: ['us', 'il'] }));
});

test('offset and limit give a part, with the total of the whole', async ({ page }) => {
  await open(page);
  const { value: whole } = await call(page, 'search', { limit: 1000 });
  const { value: part } = await call(page, 'search', { offset: 2, limit: 3 });
  expect(part.total).toBe(whole.total);
  expect(part.statements.map((s) => s.id)).toEqual(whole.statements.slice(2, 5).map((s) => s.id));
});

test('a bad argument throws an error that names it', async ({ page }) => {
  await open(page);
  for (const [question, name] of [
    [{ speaker: 7 }, 'speaker'],
    [{ limit: 'many' }, 'limit'],
    [{ from: 'yesterday' }, 'from'],
    ['?speaker=x', ''],
  ]) {
    const { error } = await call(page, 'search', question);
    expect(error, JSON.stringify(question)).toMatch(new RegExp(`^Error: .*${name}`));
  }
  expect((await call(page, 'statement', 'none')).error).toMatch(/none/);
  expect((await call(page, 'document', 'none.txt')).error).toMatch(/none\.txt/);
});

test('a key that there is not is a warning, and the rest still counts', async ({ page }) => {
  await open(page);
  const { value } = await call(page, 'search', { colour: ['red'], speaker: ['ali-shamkhani'], country: ['us'] });
  expect(value.total).toBe(7);
  expect(value.warnings.join()).toContain('colour');
});

test('statement, document, corpus, parse and format agree with search', async ({ page }) => {
  await open(page);
  const { value: found } = await call(page, 'search', { q: '"foreign forces"' });
  const [first] = found.statements;
  expect((await call(page, 'statement', first.id)).value).toMatchObject({ id: first.id, speaker: first.speaker });
  expect(JSON.stringify((await call(page, 'document', first.document)).value)).toContain(first.id);
  expect((await call(page, 'corpus')).value).toMatchObject({ statements: expect.any(Number), documents: 5 });
  const { value: view } = await call(page, 'parse', '?speaker=ali-shamkhani&country=us,!il&q=oil');
  expect((await call(page, 'format', view)).value).toMatch(/q=oil&speaker=ali-shamkhani&country=!?\w\w,!?\w\w/);
});

test('the page asks for nothing but its own files', async ({ page, baseURL }) => {
  const asked = new Set();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname.replace(/-[0-9a-f]{8,}/, '')));
  await open(page, '?q=Iraq');
  expect([...asked].every((path) => /\.(wasm|js|css|svg)$|^\/$/.test(path)), [...asked].join(' ')).toBe(true);
  expect(asked.size).toBeLessThanOrEqual(20);
  expect(baseURL).toMatch(/^http:\/\/127\.0\.0\.1:/);
});

test('a script asks for the patterns of a question, then searches', async ({ page }) => {
  await open(page);
  const found = await page.evaluate(async () => {
    const question = { q: '/foreign (forces|troops)/' };
    let refused = '';
    try {
      window.wasmBindings.search(question);
    } catch (error) {
      refused = error.message;
    }
    await window.wasmBindings.patterns(question);
    return { refused, total: window.wasmBindings.search(question).total };
  });
  expect(found.refused).toMatch(/^q: .*is not searched yet.*patterns/);
  expect(found.total).toBe(3);
});

test('figures and values come from the annex, and are those of the page', async ({ page }) => {
  await open(page);
  const told = await page.evaluate(async () => {
    const { figures, values } = window.wasmBindings;
    return {
      kwic: await figures({ q: '/foreign (forces|troops)/', view: 'kwic', kwic: 'right-1' }),
      map: await figures({ speaker: ['ali-shamkhani'], view: 'map' }),
      misspelt: await figures({ q: 'withdrawel' }),
      raisi: await values({}, 'speaker', 'Raeisi'),
      aliyev: await values({ country: ['us'] }, 'speaker', 'ilham'),
      all: await values({}, 'kind'),
      refused: await values({}, 'colour').catch(({ message }) => message),
    };
  });
  expect(told.kwic.figures.lines.map(({ keyword }) => keyword.toLowerCase())).toEqual(['foreign forces', 'foreign forces', 'foreign forces']);
  expect(told.map.figures.countries.find(({ value }) => value === 'us')).toMatchObject({ count: 7 });
  expect(told.misspelt).toMatchObject({ total: 0, unknownWords: [{ word: 'withdrawel', offers: [{ word: 'withdrawal' }] }] });
  expect(told.raisi).toMatchObject([{ value: 'ebrahim-raisi', why: null }]);
  expect(told.aliyev).toMatchObject([{ count: 0, why: { reason: 'each', ways: [{ without: 'country=us' }] } }]);
  expect(told.all.map(({ value }) => value)).toEqual(['direct', 'indirect', 'mixed']);
  expect(told.refused).toMatch(/facet.*colour/);
});
