// Serves the bench on this machine only: the site, the peers, their data. Pages are isolated from other origins, so
// that the browser's clock is fine enough for tenths of a millisecond.
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** Starts to serve `roots` (`{ '/site/': folder, … }`); files under `/data/` can be put. */
export async function serve(roots) {
  const locate = (url) => {
    const path = decodeURIComponent(new URL(url, 'http://x').pathname);
    const root = Object.keys(roots).find((root) => path.startsWith(root));
    return root && join(roots[root], normalize(`/${path.slice(root.length) || 'index.html'}`));
  };
  const server = createServer(async (request, response) => {
    const file = locate(request.url);
    try {
      if (request.method === 'PUT') {
        const chunks = [];
        for await (const chunk of request) chunks.push(chunk);
        await writeFile(file, Buffer.concat(chunks));
        response.end();
        return;
      }
      const { size } = await stat(file);
      response.writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Length': size,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      });
      createReadStream(file).pipe(response);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
