import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { search } from './src/search/integration.ts';
import { settings } from './src/settings.ts';
import { listed } from './src/sitemap.ts';

/** The order of the cascade layers has to be known before the first component's style. */
const layers = { name: 'tilts-layers', hooks: { 'astro:config:setup': ({ injectScript }) => injectScript('page-ssr', "import '/src/styles/layers.css';") } };

/** Each family is cut in three, so that a page loads only the letters it uses. */
const parts = {
  latin: ['U+0000-00FF', 'U+2000-206F', 'U+20AC', 'U+2212'],
  'latin-ext': ['U+0100-024F', 'U+1E00-1EFF'],
  cyrillic: ['U+0400-045F', 'U+0490-0491', 'U+2116'],
};
const family = (name, weight, fallbacks) => ({
  provider: fontProviders.local(),
  name,
  cssVariable: `--font-${name.toLowerCase()}`,
  fallbacks,
  options: {
    variants: Object.entries(parts).map(([part, unicodeRange]) => ({
      src: [`./src/assets/fonts/${name.toLowerCase()}-${part}.woff2`],
      weight,
      style: 'normal',
      display: 'swap',
      unicodeRange,
    })),
  },
});

export default defineConfig({
  site: settings.site,
  base: settings.base,
  integrations: [
    layers,
    mdx(),
    search(),
    sitemap({
      serialize: listed,
      i18n: { defaultLocale: settings.languages[0], locales: Object.fromEntries(settings.languages.map((lang) => [lang, lang])) },
    }),
  ],
  fonts: [family('Literata', '400 700', ['Georgia', 'serif']), family('Commissioner', '400 600', ['Arial', 'sans-serif'])],
  // The style of a page is small: in the page itself it costs no round trip. Several pages at once: while one is written, the next is made.
  build: { inlineStylesheets: 'always', concurrency: 8 },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
});
