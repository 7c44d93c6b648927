import { absolute } from './urls.ts';

/** The size of a card inside another page, in CSS pixels: wide enough for a column, high enough for a long summary. */
const cardSize = { width: 480, height: 360 };

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The HTML that shows a card inside another page: no script, and the frame is loaded when it comes into view. */
export const embedSnippet = (address: string, title: string): string =>
  `<iframe src="${absolute(address)}" title="${attribute(title)}" width="${cardSize.width}" height="${cardSize.height}" loading="lazy" style="border:0;max-width:100%"></iframe>`;

/** oEmbed 1.0, https://oembed.com: what another site's editor asks for when somebody pastes the address of a page. */
export const oEmbedOf = ({ title, address, site, home, picture }: { title: string; address: string; site: string; home: string; picture: string }): object => ({
  version: '1.0',
  type: 'rich',
  title,
  provider_name: site,
  provider_url: absolute(home),
  html: embedSnippet(address, title),
  ...cardSize,
  thumbnail_url: absolute(picture),
  thumbnail_width: 1200,
  thumbnail_height: 630,
});
