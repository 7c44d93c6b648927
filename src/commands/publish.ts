import { lstatSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** Where finished builds lie; what is served is a link to one of them. */
const releasesOf = (folder: string) => join(dirname(folder), '.releases', basename(folder));

/** A fresh folder for the next build of what will be served as `folder`. */
export const freshRelease = async (folder: string): Promise<string> => {
  const release = join(releasesOf(folder), `${Date.now().toString(36)}-${process.pid}`);
  await mkdir(release, { recursive: true });
  return release;
};

/**
 * Serves `release` as `folder`, in one step that happens or does not happen: a link takes the place of the last one
 * (rename(2) replaces atomically), so that whoever looks sees the old site or the new one, whole. Then removes older builds.
 */
export const publish = async (release: string, folder: string): Promise<void> => {
  const link = `${folder}.link`;
  await rm(link, { force: true });
  await symlink(process.platform === 'win32' ? resolve(release) : relative(dirname(resolve(folder)), resolve(release)), link, 'junction');
  const current = lstatSync(folder, { throwIfNoEntry: false });
  // A folder that is no link was put there by hand, or this is Windows, where a link cannot replace another.
  if (current && (!current.isSymbolicLink() || process.platform === 'win32')) await rm(folder, { recursive: true, force: true });
  await rename(link, folder);
  const kept = basename(release);
  for (const old of await readdir(releasesOf(folder))) if (old !== kept) await rm(join(releasesOf(folder), old), { recursive: true, force: true });
};
