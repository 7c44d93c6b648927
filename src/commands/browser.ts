import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

// The shell has no windows of its own to draw, which saves a second for every page.
const usual = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser the tests use: one that is installed, else Playwright's own when it has been downloaded. */
export const browserPath = (): string | undefined =>
  [process.env.CHROME_PATH ?? '', ...usual, chromium.executablePath()].find((path) => path !== '' && existsSync(path));

/** Makes sure that there is a browser: asks Playwright for one, then Debian's packages. Throws when neither can be had. */
export const ensureBrowser = (): string => {
  const attempts: [string, string[]][] = [
    [process.execPath, ['node_modules/playwright/cli.js', 'install', '--with-deps', 'chromium']],
    ['apt-get', ['update', '-qq']],
    ['apt-get', ['install', '-y', '-qq', 'chromium-headless-shell']],
    ['apt-get', ['install', '-y', '-qq', 'chromium']],
  ];
  for (const [command, options] of attempts) {
    const found = browserPath();
    if (found) return found;
    console.log(`No browser found. Trying: ${command.split('/').at(-1)} ${options.join(' ')}`);
    spawnSync(command, options, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
  }
  const found = browserPath();
  if (!found) throw new Error('The tests need Chromium or Chrome. Install one, or set CHROME_PATH to where it is.');
  return found;
};
