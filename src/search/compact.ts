/**
 * Pagefind's index, made lighter for what we ask of it. It keeps the places of every word, to look for phrases: we look for
 * single words, so the places become 0. Its files hold 20 KB and more of words each: here they are small, so that a question
 * loads little beside its words. It knows entries by long names: here they are numbered.
 * The files are CBOR (RFC 8949), compressed, after a signature.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

type Value = number | string | Value[];

/** A file below the folder of the search. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** A file of words holds about so many bytes before compression, more in a large base, for the browser has to know of each file. */
const leastSize = 6_000;
const mostFiles = 400;

const signature = 'pagefind_dcd';
const changed = () => new Error('Pagefind writes its index in a new way: src/search/compact.ts has to follow.');

/** Reads one value: whole numbers, negative ones, texts and arrays, which is all that the index consists of. */
const read = (bytes: Buffer, from: number): [value: Value, next: number] => {
  const [kind, small] = [bytes[from]! >> 5, bytes[from]! & 31];
  const size = small < 24 ? 0 : 2 ** (small - 24);
  if (size > 4) throw changed();
  const amount = size === 0 ? small : bytes.readUIntBE(from + 1, size);
  let next = from + 1 + size;
  if (kind === 0) return [amount, next];
  if (kind === 1) return [-1 - amount, next];
  if (kind === 3) return [bytes.toString('utf8', next, next + amount), next + amount];
  if (kind !== 4) throw changed();
  const items: Value[] = [];
  for (let index = 0; index < amount; index += 1) {
    const [item, after] = read(bytes, next);
    items.push(item);
    next = after;
  }
  return [items, next];
};

const writeHead = (kind: number, amount: number, into: number[]) => {
  if (amount < 24) into.push((kind << 5) | amount);
  else if (amount < 0x100) into.push((kind << 5) | 24, amount);
  else if (amount < 0x10000) into.push((kind << 5) | 25, amount >> 8, amount & 255);
  else into.push((kind << 5) | 26, amount >>> 24, (amount >> 16) & 255, (amount >> 8) & 255, amount & 255);
};
const write = (value: Value, into: number[]) => {
  if (typeof value === 'number') writeHead(value < 0 ? 1 : 0, value < 0 ? -1 - value : value, into);
  else if (typeof value === 'string') {
    const text = Buffer.from(value);
    writeHead(3, text.length, into);
    for (const byte of text) into.push(byte);
  } else {
    writeHead(4, value.length, into);
    for (const item of value) write(item, into);
  }
};
const encoded = (value: Value): Buffer => {
  const bytes: number[] = [];
  write(value, bytes);
  return Buffer.from(bytes);
};

const listHead = (length: number): Buffer => {
  const bytes: number[] = [];
  writeHead(4, length, bytes);
  return Buffer.from(bytes);
};

const opened = (file: Uint8Array): Value[] => {
  const raw = gunzipSync(file);
  const [value, end] = read(raw, signature.length);
  if (raw.toString('latin1', 0, signature.length) !== signature || end !== raw.length || !Array.isArray(value)) throw changed();
  return value;
};
const closed = (...parts: readonly Uint8Array[]): Buffer => gzipSync(Buffer.concat([Buffer.from(signature), ...parts]), { level: 9 });

/** A page of a word: its number, its places in the text, and the fields it stands in, each before its places there. */
type Page = [number, number[], number[]];
type Word = [word: string, pages: Page[], variants: Value[]];
const isWord = (value: Value): value is Word =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  Array.isArray(value[1]) &&
  value[1].every((page) => Array.isArray(page) && page.length === 3 && Array.isArray(page[2]));

/** What the browser loads first: version, entries, files of words with the first and the last word of each, and more. */
type Meta = [version: string, entries: [name: string, ...Value[]][], chunks: [from: string, to: string, name: string][], ...rest: Value[]];
const isTriple = (value: Value) => Array.isArray(value) && value.length === 3;
const isMeta = (value: Value[]): value is Meta =>
  [value[1], value[2]].every((list) => Array.isArray(list) && list.every((item) => isTriple(item) && typeof (item as Value[])[0] === 'string'));

/** The words of all files, each without its places, as bytes, in order. */
const wordsIn = (files: readonly IndexFile[]): { word: string; bytes: Buffer }[] =>
  files
    .flatMap(({ content }) => {
      const [words, ...rest] = opened(content);
      if (!Array.isArray(words) || rest.length > 0) throw changed();
      return words.map((word) => {
        if (!isWord(word)) throw changed();
        for (const page of word[1]) page[2] = page[2].map((number) => Math.min(number, 0));
        return { word: word[0], bytes: encoded(word) };
      });
    })
    .sort((a, b) => Buffer.compare(Buffer.from(a.word), Buffer.from(b.word)));

/** What Pagefind wrote, lighter; `names` are Pagefind's own names of the entries and ours. Throws when it is not as Pagefind 1.6 writes it. */
export const compacted = (files: readonly IndexFile[]): { files: IndexFile[]; names: ReadonlyMap<string, string> } => {
  const isChunk = ({ path }: IndexFile) => path.startsWith('index/');
  const metaFile = files.find(({ path }) => path.endsWith('.pf_meta'));
  const meta = metaFile && opened(metaFile.content);
  if (!meta || !isMeta(meta)) throw changed();
  const [version, entries, , ...rest] = meta;

  const words = wordsIn(files.filter(isChunk));
  const size = Math.max(leastSize, words.reduce((sum, { bytes }) => sum + bytes.length, 0) / mostFiles);
  const groups: { word: string; bytes: Buffer }[][] = [[]];
  let filled = 0;
  for (const word of words) {
    if (filled > size) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)!.push(word);
    filled += word.bytes.length;
  }
  let from = '';
  const chunks = groups.map((group, index) => {
    const content = closed(listHead(1), listHead(group.length), ...group.map(({ bytes }) => bytes));
    const name = createHash('sha256').update(content).digest('hex').slice(0, 6);
    // Without gaps between the files, Pagefind never has to guess which of them might hold a word that is in none.
    const to = index === groups.length - 1 ? '\u{10ffff}' : group.at(-1)!.word;
    const line: Meta[2][number] = [from, to, name];
    from = `${to}\u0001`;
    return { line, file: { path: `index/${name}.pf_index`, content } };
  });
  const names = new Map(entries.map(([name], index) => [name, index.toString(36)]));
  const lighter: Meta = [version, entries.map(([name, ...more]) => [names.get(name)!, ...more]), chunks.map(({ line }) => line), ...rest];
  return {
    files: [
      ...files.filter((file) => !isChunk(file) && file !== metaFile),
      { path: metaFile.path, content: closed(encoded(lighter)) },
      ...chunks.map(({ file }) => file),
    ],
    names,
  };
};
