/** `npm start`: builds the site and serves it on this machine. When the build fails, a site built earlier is served as it was. */
import { existsSync } from 'node:fs';
import { base } from '../domain/urls.ts';
import { build } from './build.ts';
import { serve } from './serve.ts';

const usualPort = 4321;

const built = await build();
if (!built && !existsSync('dist')) process.exit(1);
const { address } = await serve('dist', base, Number(process.env.PORT ?? usualPort)).catch((error: unknown) => {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  return serve('dist', base, 0);
});
console.log(`\n${built ? 'The site is served at' : 'The site as it was before these problems is served at'} ${address}\nStop it with Ctrl+C.`);
