// A web server for one story: serves a folder's files from memory below any path, can be killed and started again
// at the same address, be given another edition, and be told to answer wrongly.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The files of a site, by their path below its folder. */
export function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(path.join(folder, name)).isFile());
  return new Map(names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name))]));
}

/** What a host may do to a file: each gives the answer in place of the right one. */
export const FAULTS = {
  missing: () => ({ status: 404, body: 'not here' }),
  broken: () => ({ status: 500, body: 'something went wrong' }),
  'a page of HTML': () => ({ status: 200, type: 'text/html', body: '<!doctype html><p>Log in to this network' }),
  truncated: (body) => ({ status: 200, body: body.subarray(0, body.length >> 1) }),
  flipped: (body) => ({ status: 200, body: flipped(body) }),
};

/** A copy of `bytes` with one bit of the byte in the middle flipped. */
export function flipped(bytes) {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

export class SiteServer {
  #server;
  #port = 0;
  #mount;
  #encoded = new Map();
  /** The files served now. */
  files;
  /** Paths that are answered wrongly, with the name of the fault. */
  faults = new Map();
  /** Paths of which half is sent at once, each with a promise: the other half is sent once that is kept. */
  pauses = new Map();
  /** Paths asked for, in order. */
  asked = [];
  /** Media types in place of the usual ones, by the ending of a file's name. */
  types = {};

  constructor(folder, mount = '/') {
    this.files = filesOf(folder);
    this.#mount = mount;
  }

  get url() {
    return `http://127.0.0.1:${this.#port}${this.#mount}`;
  }

  /** From now on sends everything with Brotli, at its best, as a host does that has compressed it beforehand. */
  compress() {
    this.#encoded = new Map([...this.files].map(([name, body]) => [name, brotliCompressSync(body)]));
  }

  async start() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = this.#server.address().port;
  }

  /** Ends the server and every connection to it: from now on nobody answers. */
  async kill() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  #answer({ url }, response) {
    const { pathname } = new URL(url, this.url);
    const name = pathname.startsWith(this.#mount) ? pathname.slice(this.#mount.length) || 'index.html' : undefined;
    this.asked.push(name);
    const right = this.files.get(name);
    const fault = FAULTS[this.faults.get(name)];
    const answer = fault && right ? fault(right) : right ? { status: 200, body: right } : FAULTS.missing();
    const extension = path.extname(name ?? '');
    const encoded = answer.body === right ? this.#encoded.get(name) : undefined;
    response.writeHead(answer.status, {
      'Content-Type': answer.type ?? this.types[extension] ?? TYPES[extension] ?? 'text/plain',
      ...(encoded && { 'Content-Encoding': 'br' }),
      'Cache-Control': 'no-cache',
    });
    this.#send(response, encoded ?? answer.body, this.pauses.get(name));
  }

  async #send(response, body, pause) {
    if (!pause) return response.end(body);
    const half = body.length >> 1;
    response.write(body.subarray(0, half));
    await pause;
    response.end(body.subarray(half));
  }
}
