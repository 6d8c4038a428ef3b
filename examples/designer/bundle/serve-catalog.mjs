// SPDX-License-Identifier: Apache-2.0
// Serves the catalog of this bundle to Kaoto on this machine: node serve-catalog.mjs
import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const PORT = 8090;
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves folders, each under its prefix, to this machine only; answers where, and how to stop. */
export async function serve(folders, port = 0) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const prefix = Object.keys(folders).find((start) => path.startsWith(start));
    const file = prefix && fileIn(folders[prefix], path.slice(prefix.length) || 'index.html');
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    // An editor's page is not of this origin.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain; charset=utf-8' });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function fileIn(folder, path) {
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ '/': fileURLToPath(new URL('kaoto', import.meta.url)) }, PORT);
  console.log(`kaoto.catalog.url is ${url}/index.json; Ctrl-C ends it`);
}
