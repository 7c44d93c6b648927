import { encode } from 'uqr';

/** A QR code as the `d` of one SVG path, one unit a module, and how many units wide it is, quiet zone included. */
export const qrPath = (text: string): { path: string; size: number } => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) =>
    // One stroke for each run of dark modules.
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return { path: path.join(''), size };
};
