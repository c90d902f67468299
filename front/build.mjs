// Puts what npm brought where Fingerpost serves and reads it from: Leaflet, and Natural Earth's land at 1:50m.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const served = join(here, "../src/fingerpost/web/site/static/site/built");
const read = join(here, "../src/fingerpost/world/built");
const PARTS = 100; // of a degree, in which the land is kept

// Each file is kept packed as well, for the server to send as it is.
function serve(name, text) {
  mkdirSync(served, { recursive: true });
  writeFileSync(join(served, name), text);
  writeFileSync(join(served, `${name}.gz`), gzipSync(text, { level: 9 }));
}

function leaflet(name) {
  return readFileSync(join(here, "node_modules/leaflet", name), "utf8");
}

// The rings of TopoJSON's arcs: whole degrees' parts, each point a step from the one before.
function rings(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const line = (at) => (at >= 0 ? arcs[at] : arcs[~at].toReversed());
  const shapes = (thing) =>
    thing.type === "GeometryCollection" ? thing.geometries.flatMap(shapes)
    : thing.type === "MultiPolygon" ? thing.arcs.flat()
    : thing.arcs;
  return shapes(topology.objects.land).map((ring) => ring.flatMap((at, i) => line(at).slice(i ? 1 : 0)));
}

function steps(ring) {
  let x = 0, y = 0, first = true;
  const written = [];
  for (const [longitude, latitude] of ring) {
    const dx = Math.round(longitude * PARTS) - x, dy = Math.round(latitude * PARTS) - y;
    if (!first && dx === 0 && dy === 0) continue;
    first = false;
    (x += dx), (y += dy);
    written.push(dx, dy);
  }
  return written;
}

serve("leaflet.js", leaflet("dist/leaflet.js").replace(/\n?\/\/# sourceMappingURL=.*/, ""));
serve("leaflet.css", leaflet("dist/leaflet.css").replace(/url\(images\/[^)]*\)/g, "none"));
serve("leaflet-licence.txt", leaflet("LICENSE"));

const atlas = JSON.parse(readFileSync(join(here, "node_modules/world-atlas/land-50m.json"), "utf8"));
const land = rings(atlas).map(steps).filter((ring) => ring.length > 6);
mkdirSync(read, { recursive: true });
writeFileSync(join(read, "land-50m.txt"), land.map((ring) => ring.join(" ")).join("\n") + "\n");
