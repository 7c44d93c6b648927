import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** A wall of the house: what may not be imported, and why. */
const wall = (files, patterns, message) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] } });

export default defineConfig(
  { ignores: ['dist*/**', '.astro/**', '.cache/**', 'node_modules/**', 'content/**'] },
  {
    files: ['**/*.ts'],
    extends: [...ts.configs.strictTypeChecked, ...ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages and addresses are meant.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What the schema has made sure of need not be checked again: `!` says so in one sign.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-strict'],
  wall(['src/schema/**', 'src/domain/**'], ['astro', 'astro:*', 'astro/*', '**/queries.ts'], 'The domain and the schemas know nothing of Astro.'),
  wall(
    ['src/reader/**'],
    ['astro', 'astro:*', 'astro/*', '**/queries.ts', '**/search/**', '**/check/**'],
    'The reader is the way in: nothing behind it may be known to it.',
  ),
  wall(['src/components/**'], ['astro:content'], 'Components get plain props and never ask for content.'),
);
