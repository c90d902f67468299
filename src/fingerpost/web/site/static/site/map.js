// Lets the map be moved and enlarged. Without this script the drawing and its list are there all the same.
"use strict";
(() => {
  const figure = document.getElementById("map");
  const drawing = figure?.querySelector("svg.map");
  if (!drawing || !window.L) return;

  const [left, top, width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const bounds = L.latLngBounds([-top - height, left], [-top, left + width]);
  const FINE_FROM = 1.5; // Looked at more closely than this, times the first view, the finer land is fetched.
  const NEAR = 12; // Pixels from the pointer within which a place is meant.
  const CELL = 34; // Pixels within which places are counted together.
  const STEPS = 24; // Of a way's curve, at most.

  const coarse = new Path2D(drawing.querySelector(".land").getAttribute("d"));
  let fine = null;
  const texts = (selector) => [...drawing.querySelectorAll(selector)];
  const number = (element, name) => Number(element.getAttribute(name));

  // What the drawing shows is drawn again, sharp at every size.
  const ways = texts("path.way").map((path) => ({
    path: new Path2D(path.getAttribute("d")),
    standing: path.classList[1],
    width: number(path, "stroke-width") || 0,
    key: path.id.slice(5),
  }));
  let ends = texts("circle.end").map((circle) => ({
    x: number(circle, "cx"),
    y: number(circle, "cy"),
    standing: circle.classList[1],
    told: circle.textContent,
    key: circle.parentNode.getAttribute("href").slice(5),
    name: circle.parentNode.dataset.name,
  }));
  const rings = texts("circle.ring").map((ring) => number(ring, "r"));
  const ringNames = texts("text.ring-label").map((text) => [number(text, "x"), number(text, "y"), text.textContent]);
  const home = drawing.querySelector("circle.home");
  const homeName = drawing.querySelector("text.home")?.textContent;
  const north = drawing.querySelector("path.north");
  const disc = drawing.querySelector(".rim");
  const sea = disc ? circlePath(number(disc, "r")) : new Path2D(drawing.querySelector(".sea").getAttribute("d"));

  function circlePath(radius) {
    const path = new Path2D();
    path.arc(0, 0, radius, 0, 2 * Math.PI);
    return path;
  }

  const style = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();
  let colours;
  function readColours() {
    const probe = (name) => style(drawing, name);
    colours = {
      sea: probe("--sea"), land: probe("--land"), grid: probe("--grid"), edge: probe("--edge"), ink: probe("--ink"),
      paper: probe("--paper"), quiet: probe("--quiet"), active: probe("--green"), many: probe("--green"),
      proposed: probe("--green"), suspended: probe("--warn"), lapsed: probe("--edge"), ended: probe("--edge"),
      historical: probe("--edge"), unknown: probe("--edge"),
    };
  }
  const DASHES = { suspended: [7, 5], proposed: [1, 6], lapsed: [12, 5], unknown: [12, 5], ended: [2, 5], historical: [2, 5] };

  const stage = document.createElement("div");
  stage.className = `moving ${drawing.classList[1]}`;
  stage.setAttribute("role", "application");
  stage.setAttribute("aria-label", document.querySelector("h1").textContent);
  figure.insertBefore(stage, drawing);
  readColours();
  drawing.setAttribute("hidden", ""); // Kept for its colours, which follow the page's.

  const map = L.map(stage, {
    crs: L.CRS.Simple, attributionControl: false, zoomControl: false, minZoom: -4, maxZoom: 6, zoomSnap: 0,
    zoomDelta: 0.5, wheelPxPerZoomLevel: 120, maxBoundsViscosity: 0.8, inertia: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    fadeAnimation: false, zoomAnimation: false,
  });
  L.control.zoom({ zoomInTitle: figure.dataset.in, zoomOutTitle: figure.dataset.out }).addTo(map);
  map.fitBounds(bounds, { animate: false });
  const first = map.getZoom();
  map.setMinZoom(first - 0.5).setMaxZoom(first + 5).setMaxBounds(bounds.pad(0.15));

  let lit = null;
  let moving = false;
  let every = null; // Of very many ties: all, once they have come.

  const Sheet = L.Layer.extend({
    onAdd() {
      this.canvas = L.DomUtil.create("canvas", "", map.getPanes().overlayPane);
      map.on("move zoomend resize viewreset", this.draw, this);
      this.draw();
    },
    draw() {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => paint(this.canvas));
    },
  });
  const sheet = new Sheet();

  function paint(canvas) {
    const size = map.getSize(), ratio = Math.min(window.devicePixelRatio || 1, 2);
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    if (canvas.width !== size.x * ratio || canvas.height !== size.y * ratio) {
      canvas.width = size.x * ratio;
      canvas.height = size.y * ratio;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    const scale = map.getZoomScale(map.getZoom(), 0);
    const zero = map.latLngToContainerPoint([0, 0]);
    const pen = canvas.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, size.x, size.y);
    pen.lineCap = "round";
    const onPaper = () => pen.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * zero.x, ratio * zero.y);
    const onScreen = () => pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const at = (x, y) => [zero.x + x * scale, zero.y + y * scale];
    pen.save();
    onPaper();
    pen.fillStyle = colours.sea;
    pen.fill(sea);
    pen.clip(sea);
    pen.fillStyle = colours.land;
    pen.fill(fine || coarse, "evenodd");
    pen.strokeStyle = colours.grid;
    pen.lineWidth = 1.2 / scale;
    for (const radius of rings) pen.stroke(circlePath(radius));
    paintWays(pen, scale);
    pen.restore();
    onPaper();
    pen.strokeStyle = colours.edge;
    pen.lineWidth = 1.5 / scale;
    if (disc) pen.stroke(sea);
    pen.fillStyle = colours.quiet;
    if (north) pen.fill(new Path2D(north.getAttribute("d")));
    onScreen();
    paintWords(pen, ringNames.map(([x, y, text]) => ({ at: at(x, y), text, size: 13, weight: 400, colour: colours.quiet, align: "center" })));
    paintEnds(pen, at, size);
    paintNames(pen, at, size);
  }

  function paintWays(pen, scale) {
    if (every) paintEvery(pen, scale);
    for (const way of every ? [] : ways) {
      if (way.key === lit) continue;
      pen.strokeStyle = colours[way.standing];
      pen.lineWidth = (way.width || 2) / scale;
      pen.setLineDash((DASHES[way.standing] || []).map((part) => part / scale));
      pen.globalAlpha = way.standing === "many" ? 0.45 : 1;
      pen.stroke(way.path);
    }
    pen.globalAlpha = 1;
    pen.setLineDash([]);
    const shown = lit !== null && (every ? every.waysOf(lit) : ways.find((way) => way.key === lit));
    if (shown) {
      pen.strokeStyle = colours[shown.standing];
      pen.lineWidth = (every ? 2.5 : 5) / scale;
      pen.stroke(shown.path);
    }
  }

  // Many ways are one stroke: quick, and where they run together it is darker. None while the map moves.
  function paintEvery(pen, scale) {
    if (moving) return;
    pen.lineWidth = 1 / scale;
    pen.globalAlpha = Math.max(0.03, Math.min(0.35, 2 / every.layers.length));
    for (const { standing, path } of every.layers) {
      pen.strokeStyle = colours[standing];
      pen.stroke(path);
    }
  }

  // Places that lie close together on the screen are one circle with their number.
  let clusters = [];
  function paintEnds(pen, at, size) {
    clusters = [];
    const cells = new Map(), together = ends.length > 60;
    for (const end of ends) {
      const [x, y] = at(end.x, end.y);
      if (x < -20 || y < -20 || x > size.x + 20 || y > size.y + 20) continue;
      const key = together ? `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}` : end;
      const cell = cells.get(key);
      if (cell) { cell.count += end.count || 1; cell.x += x; cell.y += y; cell.parts += 1; }
      else cells.set(key, { x, y, parts: 1, count: end.count || 1, end });
    }
    for (const cell of cells.values()) {
      const x = cell.x / cell.parts, y = cell.y / cell.parts, many = together && cell.parts > 1;
      const radius = many ? 7 + Math.min(9, Math.log2(cell.count)) : cell.end.key === lit ? 7 : 4.5;
      clusters.push({ x, y, radius, cell, many });
      pen.beginPath();
      pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.fillStyle = many || cell.end.standing !== "suspended" ? colours.paper : colours.suspended;
      pen.strokeStyle = many ? colours.active : colours[cell.end.standing];
      pen.lineWidth = 2.5;
      pen.fill();
      pen.stroke();
      if (many) paintWords(pen, [{ at: [x, y + 4], text: String(cell.count), size: 11, weight: 700, colour: colours.ink, align: "center", bare: true }]);
    }
  }

  // Each name where there is room for it; the nearer one looks, the more there are.
  function paintNames(pen, at, size) {
    const wanted = [];
    if (home) {
      const [x, y] = at(number(home, "cx"), number(home, "cy"));
      pen.beginPath();
      pen.arc(x, y, 7, 0, 2 * Math.PI);
      pen.fillStyle = colours.active;
      pen.fill();
      wanted.push({ x, y, text: homeName, size: 17, colour: colours.ink });
    }
    for (const { x, y, cell, many } of clusters) {
      const { name, standing, key } = cell.end;
      if (!many && name) wanted.push({ x, y, text: name, size: 14, colour: standing === "suspended" ? colours.suspended : colours.ink, first: key === lit });
    }
    wanted.sort((a, b) => Boolean(b.first) - Boolean(a.first));
    const taken = clusters.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
    for (const name of wanted.slice(0, 400)) {
      pen.font = `700 ${name.size}px Overpass, sans-serif`;
      const wide = pen.measureText(name.text).width, high = name.size;
      const places = [[10, 0.3 * high], [-10 - wide, 0.3 * high], [-wide / 2, -11], [-wide / 2, 11 + 0.75 * high]];
      const free = places.map(([dx, dy]) => [name.x + dx, name.y + dy - 0.75 * high, name.x + dx + wide, name.y + dy + 0.25 * high])
        .find((box) => box[0] > 0 && box[1] > 0 && box[2] < size.x && box[3] < size.y
          && !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]));
      if (!free) continue;
      taken.push(free);
      paintWords(pen, [{ ...name, at: [free[0], free[3] - 0.25 * high], weight: 700, align: "left" }]);
    }
  }

  function paintWords(pen, words) {
    pen.lineJoin = "round";
    for (const word of words) {
      pen.font = `${word.weight} ${word.size}px Overpass, sans-serif`;
      pen.textAlign = word.align;
      pen.fillStyle = word.colour;
      pen.strokeStyle = colours.sea;
      pen.lineWidth = 3;
      if (!word.bare) pen.strokeText(word.text, ...word.at);
      pen.fillText(word.text, ...word.at);
    }
  }

  sheet.addTo(map);
  map.on("movestart zoomstart", () => { moving = true; });
  map.on("moveend zoomend", () => { moving = false; sheet.draw(); });
  const again = () => sheet.draw();
  document.fonts?.ready.then(again);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); again(); });

  map.on("zoomend", () => {
    if (fine === null && map.getZoom() > first + Math.log2(FINE_FROM)) {
      fine = undefined; // On its way.
      fetch(figure.dataset.land).then((answer) => (answer.ok ? answer.text() : "")).then((data) => {
        if (data) { fine = new Path2D(data); again(); }
      }).catch(() => {});
    }
  });

  // The place under the pointer says its name; a click leads to its entry in the list, or to its tie.
  const tip = L.tooltip({ direction: "top", offset: [0, -8] });
  const under = (point) => clusters.reduce((best, one) => {
    const far = Math.hypot(one.x - point.x, one.y - point.y) - one.radius;
    return far < NEAR && (!best || far < best.far) ? { far, one } : best;
  }, null)?.one;
  const entry = (key) => document.getElementById(`tie-${key}`);

  map.on("mousemove", (event) => {
    const found = under(event.containerPoint);
    stage.classList.toggle("leaflet-interactive", Boolean(found));
    light(found && !found.many ? found.cell.end.key : null);
    if (!found || found.many) { tip.remove(); return; }
    const words = document.createElement("span");
    words.textContent = found.cell.end.told;
    tip.setLatLng(map.containerPointToLatLng([found.x, found.y])).setContent(words).addTo(map);
  });
  map.on("click", (event) => {
    const found = under(event.containerPoint);
    if (!found) return;
    if (found.many) { map.setView(map.containerPointToLatLng([found.x, found.y]), map.getZoom() + 1.5); return; }
    const item = entry(found.cell.end.key);
    if (item) { location.hash = item.id; item.querySelector("a")?.focus({ preventScroll: true }); }
    else if (figure.dataset.tie) location.href = figure.dataset.tie.replace(/0$/, found.cell.end.tie);
  });

  function light(key) {
    if (key === lit) return;
    entry(lit)?.classList.remove("lit");
    lit = key;
    entry(lit)?.classList.add("lit");
    again();
  }

  // The list lights its lines, and its links show them.
  for (const item of document.querySelectorAll(".beside li")) {
    const key = item.id.slice(4);
    item.addEventListener("mouseenter", () => light(key));
    item.addEventListener("mouseleave", () => light(null));
    item.addEventListener("focusin", () => light(key));
    item.querySelector("a.show")?.addEventListener("click", (event) => {
      event.preventDefault();
      show(key);
    });
  }
  function show(key) {
    tip.remove();
    light(key);
    const end = ends.find((one) => one.key === key);
    if (!end) return;
    const middle = home ? [number(home, "cx"), number(home, "cy")] : [end.x, end.y];
    map.fitBounds(L.latLngBounds([[-end.y, end.x], [-middle[1], middle[0]]]).pad(0.3), { maxZoom: first + 2 });
    stage.scrollIntoView({ block: "nearest" });
  }
  if (location.hash.startsWith("#line-")) show(location.hash.slice(6));

  // Very many ties come as numbers, and their ways are computed here.
  const AT_ONCE = 1500;
  if (figure.dataset.ties) {
    fetch(figure.dataset.ties).then((answer) => answer.json()).then((data) => {
      const paper = projection(figure.dataset);
      const draw = ([, from, to], path) => way(data.places[from], data.places[to], paper, path);
      const layers = data.standings.flatMap((standing, index) => {
        const those = data.ties.filter((tie) => tie[3] === index);
        return Array.from({ length: Math.ceil(those.length / AT_ONCE) }, (_, part) => ({
          standing,
          path: those.slice(part * AT_ONCE, (part + 1) * AT_ONCE).reduce((path, tie) => draw(tie, path), new Path2D()),
        }));
      });
      const waysOf = (place) => ({
        standing: "active",
        path: data.ties.filter(([, from, to]) => from === place || to === place).reduce((path, tie) => draw(tie, path), new Path2D()),
      });
      const ties = new Map();
      for (const tie of data.ties) for (const place of [tie[1], tie[2]]) ties.set(place, [...(ties.get(place) || []), tie]);
      every = { layers, waysOf };
      ends = [...ties].map(([place, its]) => {
        const [name, longitude, latitude] = data.places[place], [x, y] = paper(longitude, latitude);
        return { x, y, name, told: `${name}: ${its.length}`, standing: data.standings[its[0][3]], count: 1, key: place, tie: its[0][0] };
      });
      figure.querySelector("figcaption").textContent = figure.dataset.every;
      again();
    }).catch(() => {});
  }

  // The shortest way on a sphere, cut where it leaves the paper.
  function way([, lon1, lat1], [, lon2, lat2], paper, path) {
    const turn = Math.PI / 180;
    const unit = (lon, lat) => [Math.cos(lat * turn) * Math.cos(lon * turn), Math.cos(lat * turn) * Math.sin(lon * turn), Math.sin(lat * turn)];
    const a = unit(lon1, lat1), b = unit(lon2, lat2);
    const angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
    const steps = Math.max(2, Math.min(STEPS, Math.ceil(angle * 10)));
    let before = null;
    for (let i = 0; i <= steps; i += 1) {
      const s = angle < 1e-6 ? 0 : Math.sin((1 - i / steps) * angle) / Math.sin(angle), t = angle < 1e-6 ? 1 : Math.sin((i / steps) * angle) / Math.sin(angle);
      const [x, y, z] = [0, 1, 2].map((axis) => s * a[axis] + t * b[axis]);
      const point = paper(Math.atan2(y, x) / turn, Math.atan2(z, Math.hypot(x, y)) / turn);
      if (before && Math.hypot(point[0] - before[0], point[1] - before[1]) < width / 3) path.lineTo(...point);
      else path.moveTo(...point);
      before = point;
    }
    return path;
  }

  // The same two projections as the server's.
  function projection(about) {
    const turn = Math.PI / 180;
    if (about.longitude) {
      const lon0 = about.longitude * turn, lat0 = about.latitude * turn, scale = Number(about.scale), radius = Number(about.radius);
      return (longitude, latitude) => {
        const lat = latitude * turn, d = longitude * turn - lon0;
        const y = Math.sin(d) * Math.cos(lat), x = Math.cos(lat0) * Math.sin(lat) - Math.sin(lat0) * Math.cos(lat) * Math.cos(d);
        const c = Math.sin(lat0) * Math.sin(lat) + Math.cos(lat0) * Math.cos(lat) * Math.cos(d);
        const far = Math.min(radius, Math.acos(Math.max(-1, Math.min(1, c))) * scale), bearing = Math.atan2(y, x);
        return [far * Math.sin(bearing), -far * Math.cos(bearing)];
      };
    }
    const [A1, A2, A3, A4, M] = [1.340264, -0.081106, 0.000893, 0.003796, Math.sqrt(3) / 2], scale = 1000 / 5.41264;
    return (longitude, latitude) => {
      const l = Math.asin(M * Math.sin(latitude * turn)), q = l * l, six = q ** 3;
      const slope = A1 + 3 * A2 * q + six * (7 * A3 + 9 * A4 * q);
      return [scale * longitude * turn * Math.cos(l) / (M * slope), -scale * l * (A1 + A2 * q + six * (A3 + A4 * q))];
    };
  }
})();
