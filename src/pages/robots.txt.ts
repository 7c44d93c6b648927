import type { APIRoute } from 'astro';
import { absolute, base } from '../domain/urls.ts';

/** Everything may be read by anyone; the sitemap says where it is. */
export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(`${base}sitemap-index.xml`)}\n`);
