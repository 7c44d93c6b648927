import compression from 'compression';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a built site the way a web host does: compressed, under its base path, with its own "not found" page.
 * Files are read anew each time, so a newer build is served at once. `port` 0 takes any free one; a port in use is an error.
 */
export const serve = async (folder: string, base: string, port: number): Promise<{ server: Server; address: string }> => {
  const compress = compression() as (request: unknown, response: unknown, next: () => void) => void;
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const missing = async () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(await readFile(join(folder, '404.html')).catch(() => 'Not found'));
    };
    compress(request, response, () => {
      if (request.url?.startsWith(base)) {
        request.url = request.url.slice(base.length - 1);
        files(request, response, () => void missing());
      } else if (request.url === '/') {
        response.writeHead(302, { Location: base });
        response.end();
      } else void missing();
    });
  });
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, ready));
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}${base}` };
};
