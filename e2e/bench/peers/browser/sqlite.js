// SQLite FTS5: every kind of query. Its table is made beforehand.
import sqlite3InitModule from '/node_modules/@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.mjs';

const quiet = { print: () => {}, printErr: () => {} };

/** Beforehand: the database. */
export async function save(texts) {
  const sqlite3 = await sqlite3InitModule(quiet);
  const db = new sqlite3.oo1.DB();
  db.exec("CREATE VIRTUAL TABLE said USING fts5(text, content='')");
  const insert = db.prepare('INSERT INTO said(rowid, text) VALUES (?, ?)');
  db.exec('BEGIN');
  texts.forEach((text, n) => insert.bind([n + 1, text]).stepReset());
  db.exec("COMMIT; INSERT INTO said(said) VALUES ('optimize'); VACUUM");
  insert.finalize();
  return { 'said.db': sqlite3.capi.sqlite3_js_db_export(db) };
}

export async function open(texts, _fetchText, fetchBytes) {
  const [sqlite3, bytes] = await Promise.all([sqlite3InitModule(quiet), fetchBytes('said.db')]);
  const db = new sqlite3.oo1.DB();
  const place = sqlite3.wasm.allocFromTypedArray(bytes);
  const flags = sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE | sqlite3.capi.SQLITE_DESERIALIZE_READONLY;
  sqlite3.capi.sqlite3_deserialize(db.pointer, 'main', place, bytes.length, bytes.length, flags);
  const find = db.prepare('SELECT rowid FROM said WHERE said MATCH ? ORDER BY rank');
  const everything = texts.map((_, id) => id);
  return ({ kind, words: [a, b] }) => {
    if (kind === 'all') return everything;
    const query = {
      phrase: `"${a} ${b}"`,
      prefix: `${a}*`,
      or: `${a} OR ${b}`,
      near: `NEAR(${a} ${b}, 4)`,
      not: `${a} NOT ${b}`,
      and: [a, b].join(' '),
    }[kind];
    find.bind(query);
    const ids = [];
    while (find.step()) ids.push(find.getInt(0) - 1);
    find.reset();
    return ids;
  };
}

export const LIBRARY = ['@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.mjs', '@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.wasm'];
