import { defineConfig } from 'vitest/config';

const project = (name: string, groupOrder: number, more: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], sequence: { groupOrder }, ...more },
});
const built = { globalSetup: 'tests/built.ts' };

/** First what takes seconds, then the built pages, then the browser; speed is measured last, when nothing else runs. */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    // A browser page keeps one core busy: two at a time, on any machine.
    maxConcurrency: 2,
    projects: [
      project('domain', 0),
      project('check', 0, { testTimeout: 30_000 }),
      project('permanence', 0, { testTimeout: 180_000, hookTimeout: 600_000 }),
      project('site', 1, { ...built, testTimeout: 120_000 }),
      project('browser', 2, { ...built, testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false, expect: { poll: { timeout: 15_000 } } }),
      project('lighthouse', 3, { ...built, testTimeout: 300_000, hookTimeout: 60_000, fileParallelism: false }),
    ],
  },
});
