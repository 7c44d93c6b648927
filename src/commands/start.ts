/** `npm start`: builds the site and serves it on this machine. When the build fails, a site built earlier is served as it was. */
import { preview } from 'astro';
import { existsSync } from 'node:fs';
import { base } from '../domain/urls.ts';
import { build } from './build.ts';

const built = await build();
if (!built && !existsSync('dist')) process.exit(1);
const { port } = await preview({ server: { port: Number(process.env.PORT ?? 4321) }, logLevel: 'error' });
console.log(
  `\n${built ? 'The site is served at' : 'The site as it was before these problems is served at'} http://localhost:${port}${base}\nStop it with Ctrl+C.`,
);
