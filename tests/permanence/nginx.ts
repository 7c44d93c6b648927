import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ensureNginx } from '../../src/commands/nginx.ts';

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        found(port);
      });
    });
  });

/** Serves a built site under `base` with a real nginx and the configuration that was built with it, the way its README says. */
export const startNginx = async (site: string, base: string, folder: string): Promise<{ process: ChildProcess; address: string }> => {
  const root = join(folder, 'root');
  await mkdir(join(root, base, '..'), { recursive: true });
  await symlink(site, join(root, base).replace(/\/$/, ''));
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`).join(' ');
  const configuration = join(folder, 'nginx.conf');
  await writeFile(
    configuration,
    `daemon off; worker_processes 1; pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')};
events {}
http {
  ${temporary}
  access_log off;
  include /etc/nginx/mime.types;
  include ${site}/.nginx/maps.conf;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${site}/.nginx/site.conf;
  }
}
`,
  );
  const process = spawn(ensureNginx(), ['-c', configuration, '-p', folder, '-e', join(folder, 'error.log')], { stdio: 'inherit' });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return { process, address };
    await setTimeout(50);
  }
  throw new Error('nginx does not answer.');
};
