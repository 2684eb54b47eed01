// Makes outlines.tsv: the countries of the world as SVG paths, from Natural Earth's outlines. See README.md here.
import { readFileSync } from 'node:fs';

const [, , coarseFile, fineFile, codesFile] = process.argv;
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Width of the map in its own units. The height follows from the projection. */
const WIDTH = 1000;
/** The map ends in the south where only Antarctica is left. */
const SOUTH = -58;
const NORTH = 83.7;
/** East and west end in the Bering Strait, so that no country is cut. */
const EDGE = -168.4;
/** What Visvalingam and Whyatt's method takes away: corners of triangles smaller than this, in square units. */
const SMALLEST_CORNER = 1.1;
/** Islands smaller than this are left out, and a country with nothing larger becomes a dot. */
const SMALLEST_ISLAND = 3;
const SMALLEST_COUNTRY = 14;

/** ISO 3166-1 numeric to alpha-2 in lower case; Natural Earth gives no number to Kosovo. */
const codes = Object.fromEntries(read(codesFile).map(([alpha2, , numeric]) => [numeric, alpha2.toLowerCase()]));
const codeOf = ({ id, properties }) => codes[id] ?? { Kosovo: 'xk' }[properties.name] ?? '';

// Equal Earth (Šavrič, Patterson and Jenny, 2018): equal-area, so that a shade is not louder for being in the north.
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
function project([east, latitude]) {
  const longitude = (east < EDGE ? east + 360 : east) - EDGE - 180;
  const t = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
  const slope = A1 + 3 * A2 * t ** 2 + 7 * A3 * t ** 6 + 9 * A4 * t ** 8;
  const x = (2 * Math.sqrt(3) * ((longitude * Math.PI) / 180) * Math.cos(t)) / (3 * slope);
  return [x, t * (A1 + A2 * t ** 2 + A3 * t ** 6 + A4 * t ** 8)];
}
const scale = WIDTH / (2 * project([EDGE + 360, 0])[0]);
const top = project([0, NORTH])[1];
const toMap = (place) => {
  const [x, y] = project(place);
  return [x * scale + WIDTH / 2, (top - y) * scale];
};
const HEIGHT = Math.ceil((top - project([0, SOUTH])[1]) * scale);

/** The arcs of a TopoJSON file on the map. */
function arcs({ arcs, transform: { scale: [sx, sy], translate: [tx, ty] } }) {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => toMap([(x += dx) * sx + tx, (y += dy) * sy + ty]));
  });
}

const triangle = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/** Visvalingam and Whyatt (1993). The ends stay, so that neighbours keep their common border. */
function simplified(line) {
  const points = [...line];
  const isRing = line[0].every((n, i) => n === line.at(-1)[i]);
  while (points.length > (isRing ? 5 : 2)) {
    let [least, at] = [SMALLEST_CORNER, 0];
    for (let i = 1; i + 1 < points.length; i++) {
      const area = triangle(points[i - 1], points[i], points[i + 1]);
      if (area < least) [least, at] = [area, i];
    }
    if (at === 0) break;
    points.splice(at, 1);
  }
  return points;
}

/** The outer rings of a country; lakes and enclaves are drawn over. */
function rings(country, lines) {
  const polygons = country.type === 'Polygon' ? [country.arcs] : (country.arcs ?? []);
  const arc = (n) => (n < 0 ? [...lines[~n]].reverse() : lines[n]);
  return polygons.map(([outer]) => outer.flatMap((n, i) => arc(n).slice(i === 0 ? 0 : 1)));
}

const area = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0)) / 2;

function path(ring) {
  const points = ring.map((place) => place.map(Math.round)).filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
  const steps = points.slice(1, -1).map(([x, y], i) => [x - points[i][0], y - points[i][1]].join());
  return points.length < 4 ? '' : `M${points[0]}l${steps.join(' ')}z`;
}

/** The middle of a country's largest ring. */
function middle(country, lines) {
  const largest = rings(country, lines).sort((a, b) => area(b) - area(a))[0];
  const mean = (axis) => Math.round(largest.reduce((sum, place) => sum + place[axis], 0) / largest.length);
  return [mean(0), mean(1)];
}

const [coarse, fine] = [read(coarseFile), read(fineFile)];
const [fineLines, coarseLines] = [arcs(fine), arcs(coarse).map(simplified)];
const rows = new Map();
let nowhere = '';
for (const country of coarse.objects.countries.geometries) {
  const code = codeOf(country);
  const large = rings(country, coarseLines).filter((ring) => area(ring) > SMALLEST_ISLAND);
  const total = large.reduce((sum, ring) => sum + area(ring), 0);
  if (code === 'aq') continue;
  const outline = large.map(path).join('');
  if (code === '') nowhere += outline;
  else if (total > SMALLEST_COUNTRY) rows.set(code, outline);
}
for (const country of fine.objects.countries.geometries) {
  const code = codeOf(country);
  if (code !== '' && code !== 'aq' && !rows.has(code)) rows.set(code, middle(country, fineLines).join());
}
console.log(`${WIDTH}\t${HEIGHT}`);
console.log(`\t${nowhere}`);
for (const code of [...rows.keys()].sort()) console.log(`${code}\t${rows.get(code)}`);
