import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, rm, symlink, cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeEditorSchemas } from '../../src/check/editors.ts';
import { settings } from '../../src/settings.ts';

/**
 * What VS Code does with our schemas, asked of the language servers themselves that its two extensions start:
 * Astro's for headers of Markdown, the YAML server for organisations and vocabularies.
 */
const root = resolve('.cache/tests/editor');
const practice = 'content/practices/punkalaidun-rural-integration.md';
const organisation = 'content/organisations/providus.yaml';
const uriOf = (file: string) => pathToFileURL(join(root, file)).href;

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
}

/** A language server, spoken to as an editor speaks to it (Language Server Protocol over standard input and output). */
const server = (command: string[], configuration: Record<string, unknown>) => {
  const child: ChildProcess = spawn(process.execPath, command, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (result: unknown) => void>();
  const told = new Map<string, { message: string }[]>();
  let text = Buffer.alloc(0);
  let last = 0;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const take = ({ id, method, params, result }: Message) => {
    if (method === undefined) return waiting.get(id!)?.(result);
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: { message: string }[] };
      told.set(uri, diagnostics);
    } else if (method === 'workspace/configuration') {
      const { items } = params as { items: { section?: string }[] };
      send({ id, result: items.map(({ section }) => configuration[section ?? ''] ?? null) });
    } else if (id !== undefined) send({ id, result: null });
  };
  child.stdout!.on('data', (chunk: Buffer) => {
    text = Buffer.concat([text, chunk]);
    for (;;) {
      const head = /Content-Length: (\d+)[^]*?\r\n\r\n/.exec(text.toString('latin1'));
      if (!head) return;
      const [from, length] = [head.index + head[0].length, Number(head[1])];
      if (text.length < from + length) return;
      const message = JSON.parse(text.subarray(from, from + length).toString('utf8')) as Message;
      text = text.subarray(from + length);
      take(message);
    }
  });
  const ask = <T>(method: string, params: object): Promise<T> =>
    new Promise((done) => {
      waiting.set(++last, done as (result: unknown) => void);
      send({ id: last, method, params });
    });
  const tell = (method: string, params: object) => {
    send({ method, params });
  };
  return { ask, tell, told, end: () => child.kill() };
};
const opened = async (command: string[], { options = {}, configuration = {} }: { options?: object; configuration?: Record<string, unknown> }) => {
  const { ask, tell, ...rest } = server(command, configuration);
  await ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'tilts' }],
    initializationOptions: options,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { diagnostic: {}, completion: { completionItem: { documentationFormat: ['markdown'] } }, hover: { contentFormat: ['markdown'] } },
    },
  });
  tell('initialized', {});
  const open = (file: string, languageId: string, text: string) => {
    tell('textDocument/didOpen', { textDocument: { uri: uriOf(file), languageId, version: 1, text } });
  };
  return { ask, tell, open, ...rest };
};
/** Where a text stands, from 0 as the protocol counts. */
const after = (text: string, part: string) => {
  const before = text.slice(0, text.indexOf(part) + part.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
};
type Completions = { items: { label: string; documentation?: unknown }[] } | null;

beforeAll(async () => {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await cp('content', join(root, 'content'), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json']) await cp(name, join(root, name));
  await symlink(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  await writeEditorSchemas(root, settings.languages, 'lv');
}, 60_000);
afterAll(() => rm(root, { recursive: true, force: true }));

test('Astro’s extension names a slip in a header, offers terms with their labels, and explains a field', { timeout: 180_000 }, async () => {
  const { ask, open, end } = await opened([resolve('node_modules/@astrojs/language-server/bin/nodeServer.js'), '--stdio'], {
    options: { typescript: { tsdk: resolve('node_modules/typescript/lib') }, contentIntellisense: true },
  });
  try {
    const valid = await readFile(practice, 'utf8');
    const text = valid.replace('scope: municipality', 'scope: village').replace('status: unknown', 'status: ');
    open(practice, 'markdown', text);
    const textDocument = { uri: uriOf(practice) };
    const { items } = await ask<{ items: { message: string; range: { start: { line: number } } }[] }>('textDocument/diagnostic', { textDocument });
    const slip = items.find(({ message }) => message.includes('"municipality"'));
    expect(slip?.range.start.line).toBe(after(text, 'scope: ').line);
    const offered = await ask<Completions>('textDocument/completion', { textDocument, position: after(text, 'status: ') });
    const ended = offered?.items.find(({ label }) => label === 'ended');
    expect(JSON.stringify(ended)).toContain('Beigusies');
    const hover = await ask<unknown>('textDocument/hover', { textDocument, position: after(text, 'summ') });
    expect(JSON.stringify(hover)).toContain('150-700 characters');

    const lesson = 'content/practices/narpes-model.md';
    open(lesson, 'markdown', await readFile(lesson, 'utf8'));
    const fine = await ask<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri: uriOf(lesson) } });
    expect(fine.items).toEqual([]);
  } finally {
    end();
  }
});

test('the YAML extension names a slip in an organisation', { timeout: 120_000 }, async () => {
  const { 'yaml.schemas': schemas } = JSON.parse((await readFile('.vscode/settings.json', 'utf8')).replace(/^\s*\/\/.*$/gm, '')) as Record<string, object>;
  const { open, told, end } = await opened([resolve('node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'], {
    configuration: { yaml: { validate: true, schemas } },
  });
  try {
    open(organisation, 'yaml', (await readFile(organisation, 'utf8')).replace(/^type: .*$/m, 'type: compny'));
    await expect.poll(() => JSON.stringify(told.get(uriOf(organisation)) ?? []), { timeout: 60_000, interval: 200 }).toContain('municipality');
  } finally {
    end();
  }
});
