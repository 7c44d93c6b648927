import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const usual = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];

/** The web server the tests serve the site with; installed from Debian's packages when it is missing. Throws when it cannot be had. */
export const ensureNginx = (): string => {
  const attempts: [string, string[]][] = [
    ['apt-get', ['update', '-qq']],
    ['apt-get', ['install', '-y', '-qq', 'nginx-light']],
  ];
  for (const [command, options] of attempts) {
    if (usual.some(existsSync)) break;
    spawnSync(command, options, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
      env: { ...process.env, RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const found = usual.find((path) => existsSync(path));
  if (!found) throw new Error('The tests of the host rules need nginx. Install it (Debian: nginx-light).');
  return found;
};
