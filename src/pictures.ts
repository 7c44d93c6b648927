/** The picture of a practice for links that are shared: drawn from its words with the site's own fonts, once. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { settings } from './settings.ts';

/** What the picture says. */
export interface Words {
  where: string;
  title: string;
  what: string;
  evidence: string;
}

const size = { width: 1200, height: 630 };
const families = { Literata: 600, Commissioner: 400 } as const;
const parts = ['latin', 'latin-ext', 'cyrillic'];
const family = (name: keyof typeof families) => parts.map((part) => `"${name} ${part}"`).join(', ');

const cache = '.cache/pictures';
let fonts: Font[] | undefined;
/** The fonts of the site as they are: each is cut in three, and each part is a family of its own here. */
const loadFonts = (): Font[] =>
  (Object.entries(families) as [keyof typeof families, 400 | 600][]).flatMap(([name, weight]) =>
    parts.map((part) => ({
      name: `${name} ${part}`,
      weight,
      style: 'normal' as const,
      data: readFileSync(`src/assets/fonts/${name.toLowerCase()}-${part}.woff2`),
    })),
  );

/** An element as satori reads it, which is React's form of one without React. */
interface Box {
  type: 'div';
  props: { style: object; children: (Box | string)[] };
}
const box = (style: object, ...children: (Box | string)[]): Box => ({ type: 'div', props: { style: { display: 'flex', ...style }, children } });
const draw = ({ where, title, what, evidence }: Words): Box =>
  box(
    {
      ...size,
      boxSizing: 'border-box',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '56px 72px',
      background: '#0b3d49',
      color: '#f4f1e8',
      borderBottom: '14px solid #bd7410',
      fontFamily: family('Commissioner'),
      fontSize: 32,
    },
    box({ display: 'block', width: 1056, lineClamp: 1, color: '#efb14f' }, where),
    box(
      { display: 'block', width: 1056, fontFamily: family('Literata'), fontWeight: 600, fontSize: title.length > 70 ? 56 : 68, lineHeight: 1.18, lineClamp: 4 },
      title,
    ),
    box(
      { flexDirection: 'column', fontSize: 30 },
      box({ display: 'block', width: 1056, lineClamp: 1 }, what),
      box({ justifyContent: 'space-between', marginTop: 10 }, box({}, evidence), box({ fontFamily: family('Literata'), fontWeight: 600 }, settings.name)),
    ),
  );

/** Changes when this file does in a way that shows: then every picture is drawn anew. */
const drawing = createHash('sha256').update(readFileSync('src/pictures.ts', 'utf8')).digest('hex');

/** The picture as a PNG of 1200 × 630 pixels; taken from the cache when these words have been drawn before. */
export const pictureOf = async (words: Words): Promise<Uint8Array<ArrayBuffer>> => {
  const file = join(cache, `${createHash('sha256').update(drawing).update(JSON.stringify(words)).digest('hex').slice(0, 32)}.png`);
  const known = await readFile(file).catch(() => undefined);
  if (known) return new Uint8Array(known);
  const svg = await satori(draw(words) as Parameters<typeof satori>[0], { ...size, fonts: (fonts ??= loadFonts()) });
  // Few colours are enough for letters on a ground, and make a third of the bytes.
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 1, dither: 0 }).toBuffer();
  mkdirSync(cache, { recursive: true });
  await writeFile(file, png);
  return new Uint8Array(png);
};
