/** The picture of a practice for links that are shared: drawn from its words with the site's own fonts, once. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Font } from 'satori';
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

/** Beside the installed packages: a copy of the project that links to them, as the tests make, draws nothing anew. */
const cache = 'node_modules/.cache/tilts/pictures';
const fontFiles = (Object.entries(families) as [keyof typeof families, 400 | 600][]).flatMap(([name, weight]) =>
  parts.map((part) => ({ name: `${name} ${part}`, weight, file: `src/assets/fonts/${name.toLowerCase()}-${part}.woff2` })),
);
let fonts: Font[] | undefined;
/** The fonts of the site as they are: each is cut in three, and each part is a family of its own here. */
const loadFonts = (): Font[] => fontFiles.map(({ name, weight, file }) => ({ name, weight, style: 'normal', data: readFileSync(file) }));

/** An element as satori reads it, which is React's form of one without React. */
interface Box {
  type: 'div';
  props: { style: object; children: (Box | string)[] };
}
const box = (style: object, ...children: (Box | string)[]): Box => ({ type: 'div', props: { style: { display: 'flex', ...style }, children } });
const draw = ({ where, title, what, evidence }: Words): Box =>
  box(
    { ...size, flexDirection: 'column', background: '#0b3d49', color: '#f4f1e8', fontFamily: family('Commissioner'), fontSize: 32 },
    box(
      { flexDirection: 'column', flexGrow: 1, justifyContent: 'space-between', padding: '56px 72px' },
      box({ display: 'block', width: 1056, lineClamp: 1, color: '#efb14f' }, where),
      box(
        {
          display: 'block',
          width: 1056,
          fontFamily: family('Literata'),
          fontWeight: 600,
          fontSize: title.length > 70 ? 56 : 68,
          lineHeight: 1.18,
          lineClamp: 4,
        },
        title,
      ),
      box(
        { flexDirection: 'column', fontSize: 30 },
        box({ display: 'block', width: 1056, lineClamp: 1 }, what),
        box({ justifyContent: 'space-between', marginTop: 10 }, box({}, evidence), box({ fontFamily: family('Literata'), fontWeight: 600 }, settings.name)),
      ),
    ),
    // A box costs less to draw than a border.
    box({ height: 14, background: '#bd7410' }),
  );

/** Changes with this file, the fonts and the libraries that draw: then every picture is drawn anew. */
const drawing = ['src/pictures.ts', 'node_modules/satori/package.json', 'node_modules/sharp/package.json', ...fontFiles.map(({ file }) => file)]
  .reduce((digest, file) => digest.update(readFileSync(file)), createHash('sha256'))
  .digest('hex');

/** The picture as a PNG of 1200 × 630 pixels; taken from the cache when these words have been drawn before. */
export const pictureOf = async (words: Words): Promise<Uint8Array<ArrayBuffer>> => {
  const file = join(cache, `${createHash('sha256').update(drawing).update(JSON.stringify(words)).digest('hex').slice(0, 32)}.png`);
  const known = await readFile(file).catch(() => undefined);
  if (known) return known;
  // Only a build that draws loads what it takes to draw.
  const [{ default: satori }, { default: sharp }] = await Promise.all([import('satori'), import('sharp')]);
  const svg = await satori(draw(words) as Parameters<typeof satori>[0], { ...size, fonts: (fonts ??= loadFonts()) });
  // Few colours are enough for letters on a ground, and make a third of the bytes.
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 1, dither: 0 }).toBuffer();
  await mkdir(cache, { recursive: true });
  // Another build may be reading: the file is there whole or not at all.
  await writeFile(`${file}.${process.pid}`, png);
  await rename(`${file}.${process.pid}`, file);
  return new Uint8Array(png);
};
