import type { APIRoute } from 'astro';
import { entryFiles, type EntryFile } from '../../../entryFiles.ts';

export const getStaticPaths = () => entryFiles().map(({ lang, collection, file, ...props }) => ({ params: { lang, collection, file }, props }));

/** What stands beside an entry's page: its data, its text, its citation. */
export const GET: APIRoute<Pick<EntryFile, 'type' | 'write'>> = ({ props: { type, write } }) => new Response(write(), { headers: { 'Content-Type': type } });
