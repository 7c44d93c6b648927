/** `npm run check`: what the command is made of is compiled once and kept, so that a single file is answered at once. */
import { enableCompileCache } from 'node:module';

enableCompileCache('.cache/compiled');
await import('./command.ts');
