/**
 * Installs the packages when they are missing or the lock file has changed. Plain JavaScript without packages,
 * because it runs first, under whatever Node the machine has; what runs after it finds the project's own Node on the path.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.tilts-installed';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing packages (only the first time, and when they change) …');
  const started = Date.now();
  // Not `npm ci`: it refuses a lock file that was written where the registry lacks the binaries of other platforms.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('\nThe packages could not be installed. Check the connection to the npm registry and the messages above, then try again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  console.log(`✓ packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
}
