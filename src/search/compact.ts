/**
 * Pagefind's index keeps for every word the places where it stands, to look for phrases. We look for single words, and the
 * places are two fifths of the index: here they all become 0. The files are CBOR (RFC 8949), compressed, after a signature.
 */
import { gunzipSync, gzipSync } from 'node:zlib';

type Value = number | string | Value[];

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

const head = (kind: number, amount: number): Buffer => {
  if (amount < 24) return Buffer.from([(kind << 5) | amount]);
  const size = amount < 0x100 ? 1 : amount < 0x10000 ? 2 : 4;
  const bytes = Buffer.alloc(1 + size);
  bytes[0] = (kind << 5) | (24 + Math.log2(size));
  bytes.writeUIntBE(amount, 1, size);
  return bytes;
};
const written = (value: Value): Buffer => {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([head(4, value.length), ...value.map(written)]);
};

/** A page of a word: its number, its places in the text, and the fields it stands in, each before its places there. */
const isPage = (value: Value): value is [number, number[], number[]] => Array.isArray(value) && value.length === 3 && Array.isArray(value[2]);

/** A file of the index without the places of words in fields. Throws when it is not as Pagefind 1.6 writes it. */
export const withoutPlaces = (file: Uint8Array): Uint8Array => {
  const raw = gunzipSync(file);
  if (raw.toString('latin1', 0, signature.length) !== signature) throw changed();
  const [index, end] = read(raw, signature.length);
  if (end !== raw.length || !Array.isArray(index) || !Array.isArray(index[0])) throw changed();
  for (const word of index[0] as [string, Value[], Value[]][])
    for (const page of word[1]) {
      if (!isPage(page)) throw changed();
      page[2] = page[2].map((number) => Math.min(number, 0));
    }
  return gzipSync(Buffer.concat([Buffer.from(signature), written(index)]), { level: 9 });
};
