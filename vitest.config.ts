import { defineConfig } from 'vitest/config';

const project = (name: string, more: object = {}) => ({ extends: true as const, test: { name, include: [`tests/${name}/**/*.test.ts`], ...more } });

/** Domain tests take a second; those on the built site share one build; browser tests run one after the other, they fill a core each. */
export default defineConfig({
  test: {
    projects: [
      project('domain'),
      project('check', { testTimeout: 30_000 }),
      project('site', { globalSetup: 'tests/built.ts', testTimeout: 120_000 }),
      project('browser', { globalSetup: 'tests/built.ts', testTimeout: 300_000, hookTimeout: 60_000, fileParallelism: true, maxWorkers: 2 }),
    ],
  },
});
