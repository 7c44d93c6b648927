/** Libraries without types of their own, as far as this project calls them. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: object);
    format(name: string): string;
  }
  export const plugins: { config: { get: (name: string) => unknown } };
}
declare module '@citation-js/name' {
  export const parse: (name: string) => { family?: string; given?: string };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'citeproc' {
  interface System {
    retrieveLocale: (tag: string) => string;
    retrieveItem: (id: string) => unknown;
  }
  interface Engine {
    setOutputFormat: (format: 'text') => void;
    updateItems: (ids: string[]) => void;
    makeBibliography: () => [unknown, string[]];
  }
  const CSL: {
    Engine: new (system: System, style: string, locale: string, forced: boolean) => Engine;
    Output: { Formatters: { title: (engine: Engine, text: string) => string } };
  };
  export default CSL;
}
