import { geoConicConformal, geoPath } from 'd3-geo';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The size of the map's drawing, in its own units. */
export const mapSize = { width: 520, height: 480 };

/** From Iceland to the Gulf of Finland and from Berlin to the North Cape: the frame the map is fitted to, as points. */
const frame = {
  type: 'MultiPoint' as const,
  coordinates: [
    [-24, 64],
    [-14, 66.5],
    [31, 70.5],
    [31, 60],
    [8, 52.2],
    [26, 52.2],
  ],
};
const projection = geoConicConformal()
  .parallels([55, 67])
  .rotate([-12, 0])
  .fitExtent(
    [
      [6, 6],
      [mapSize.width - 6, mapSize.height - 6],
    ],
    frame,
  )
  .clipExtent([
    [0, 0],
    [mapSize.width, mapSize.height],
  ]);

/** Where a place lies on the map, in its own units; undefined when it lies outside. Latitude and longitude in degrees. */
export const onMap = (place: { lat?: number | undefined; lon?: number | undefined }): { x: number; y: number } | undefined => {
  const point = place.lat === undefined || place.lon === undefined ? null : projection([place.lon, place.lat]);
  const [x, y] = point ?? [-1, -1];
  return x >= 0 && y >= 0 && x <= mapSize.width && y <= mapSize.height ? { x: Math.round(x), y: Math.round(y) } : undefined;
};

/** The smallest triangle that is kept of a coast, in square degrees: Saaremaa stays, a skerry goes. */
const coarseness = 0.02;

/** The land as the `d` of one SVG path, and the borders as another. Made from Natural Earth (public domain) in the package world-atlas. */
export const land = (): string => {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  const simpler = simplify(presimplify(atlas), coarseness);
  const path = geoPath(projection).digits(0);
  // An island smaller than a dot tells nothing and costs bytes.
  const shapes = (path(feature(simpler, simpler.objects.countries)) ?? '').split(/(?=M)/).filter((shape) => shape.length > 24);
  return shapes.join('');
};
