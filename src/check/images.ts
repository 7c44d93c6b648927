import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import type { ImageFile } from '../reader/folder.ts';
import type { Problem } from '../reader/problem.ts';

/** The most a picture may have when it comes in. */
const limits = { megabytes: 5, megapixels: 40 };
/** The formats pictures may have, by ending, as sharp names them. */
const formats: Readonly<Record<string, string>> = { '.jpg': 'jpeg', '.jpeg': 'jpeg', '.png': 'png', '.webp': 'webp' };

const round = (value: number) => Math.round(value * 10) / 10;

/** What a picture carries beside its pixels, in words; a colour profile may stay. */
export const carried = ({ exif, iptc, xmp, tifftagPhotoshop, comments }: Metadata): string[] => [
  ...(exif ? ['EXIF'] : []),
  ...(iptc ? ['IPTC'] : []),
  ...(xmp ? ['XMP'] : []),
  ...(tifftagPhotoshop ? ['Photoshop'] : []),
  ...(comments?.length ? ['comments'] : []),
];

/** What is wrong with a picture: its size, its format, or what it still tells of the camera and the place. */
export const imageProblems = async ({ file, path }: ImageFile): Promise<Problem[]> => {
  const problem = (kind: Problem['kind'], values?: Problem['values']): Problem[] => [{ file, line: 1, column: 1, kind, ...(values && { values }) }];
  const { size } = await stat(path);
  if (size > limits.megabytes * 1024 * 1024) return problem('image-too-large', { size: round(size / 1024 / 1024), limit: limits.megabytes });
  const wanted = formats[extname(file).toLowerCase()];
  const bytes = await readFile(path);
  const image = sharp(bytes, { limitInputPixels: false, failOn: 'error' });
  const metadata = await image.metadata().catch(() => undefined);
  if (!metadata) return problem('image-broken');
  if (!wanted || metadata.format !== wanted) return problem('image-format', { what: metadata.format.toUpperCase() });
  const pixels = (metadata.width * metadata.height * (metadata.pages ?? 1)) / 1_000_000;
  if (pixels > limits.megapixels) return problem('image-too-many-pixels', { size: round(pixels), limit: limits.megapixels });
  const found = carried(metadata);
  if (found.length > 0) return problem('image-metadata', { what: found.join(', ') });
  return (await image.stats().then(
    () => true,
    () => false,
  ))
    ? []
    : problem('image-broken');
};
