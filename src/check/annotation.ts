/** Characters that end a command to GitHub's runner, or one of its properties. */
const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A command to GitHub's runner that shows `message` at a place of a pull request; whatever text it is given, it is one command. */
export const annotation = (level: 'error' | 'warning', place: Readonly<Record<string, string | number>>, message: string): string =>
  `::${level} ${Object.entries(place)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(',')}::${escaped(message)}`;
