import type { APIRoute } from 'astro';
import { datasetFiles } from '../../dataset.ts';

export const getStaticPaths = () => Object.entries(datasetFiles()).map(([file, { type, text }]) => ({ params: { file }, props: { type, text } }));

export const GET: APIRoute<{ type: string; text: string }> = ({ props: { type, text } }) => new Response(text, { headers: { 'Content-Type': type } });
