// The page of a peer: opens it over the invented statements and offers `answer` and `save` to the bench.
import { Columns } from './columns.js';
import { parse } from './query.js';

const name = new URLSearchParams(location.search).get('peer');
const fetched = async (file) => {
  const response = await fetch(`/data/${file}`);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
};
const fetchText = async (file) => (await fetched(file)).text();
const fetchBytes = async (file) => new Uint8Array(await (await fetched(file)).arrayBuffer());

const [peer, texts, columns] = await Promise.all([
  import(`./${name}.js`),
  fetchText('texts.json').then(JSON.parse),
  fetchText('columns.json').then((text) => new Columns(JSON.parse(text))),
]);
window.library = peer.LIBRARY;
window.save = async () => {
  const files = (await peer.save?.(texts)) ?? {};
  for (const [file, body] of Object.entries(files)) await fetch(`/data/${file}`, { method: 'PUT', body });
  return Object.keys(files);
};
if (!location.search.includes('save')) {
  const find = await peer.open(texts, fetchText, fetchBytes);
  window.answer = async (address) => {
    const params = new URLSearchParams(address);
    const hits = await find(parse(params.get('q') ?? ''));
    return columns.answer(hits, params);
  };
}
performance.mark('ready');
console.debug('ready');
window.isReady = true;
