import type { APIRoute } from 'astro';
import { absolute, schemaAddress } from '../../domain/urls.ts';
import { schemas, vocabularyWords } from '../../queries.ts';
import { fileKinds, type FileKind } from '../../schema/collections.ts';
import { jsonSchemaOf } from '../../schema/jsonSchema.ts';
import { settings } from '../../settings.ts';

export const getStaticPaths = () => fileKinds.map((kind) => ({ params: { kind }, props: { kind } }));

/** The form of one kind of file, for editors of text and other programs. */
export const GET: APIRoute<{ kind: FileKind }> = ({ props: { kind } }) =>
  new Response(
    JSON.stringify(
      jsonSchemaOf(schemas[kind], { title: `${settings.name}: ${kind}`, id: absolute(schemaAddress(kind)), words: vocabularyWords(settings.languages[0]) }),
      null,
      1,
    ),
    { headers: { 'content-type': 'application/schema+json' } },
  );
