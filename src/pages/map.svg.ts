import type { APIRoute } from 'astro';
import { land, mapSize } from '../domain/map.ts';

/** The coasts as a symbol: loaded once, used by every page that shows a place. */
export const GET: APIRoute = () =>
  new Response(
    `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="land" viewBox="0 0 ${mapSize.width} ${mapSize.height}"><path d="${land()}" stroke-linejoin="round"/></symbol></svg>`,
    { headers: { 'Content-Type': 'image/svg+xml' } },
  );
