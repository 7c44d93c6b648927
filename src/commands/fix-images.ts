/** `npm run fix-images`: writes the pictures of `content/` anew, upright and without what the camera noted in them. */
import { rename, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { carried } from '../check/images.ts';
import { walk } from '../reader/folder.ts';
import { imagePath } from '../reader/paths.ts';

const root = process.cwd();
const { paths } = await walk(root, 'content');
let fixed = 0;
for (const file of paths.filter((path) => imagePath.test(path))) {
  const path = join(root, file);
  const bytes = await readFile(path);
  const metadata = await sharp(bytes).metadata();
  const found = carried(metadata);
  if (found.length === 0) continue;
  const upright = sharp(bytes).autoOrient();
  const clean =
    metadata.format === 'jpeg' ? upright.jpeg({ quality: 88, mozjpeg: true }) : metadata.format === 'webp' ? upright.webp({ quality: 88 }) : upright.png();
  // Written beside and moved into place: an interruption leaves the old picture, never half of a new one.
  await writeFile(`${path}.part`, await clean.toBuffer());
  await rename(`${path}.part`, path);
  console.log(`✓ ${file}: removed ${found.join(', ')}`);
  fixed += 1;
}
console.log(fixed === 0 ? 'No picture needed mending.' : `${fixed} ${fixed === 1 ? 'picture' : 'pictures'} mended.`);
