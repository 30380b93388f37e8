// The map, drawn by Leaflet from the tables that stand below it and from the outlines of states. Where the library or the outlines are
// missing the tables remain.
"use strict";

(async () => {
  const box = document.querySelector(".map[data-outlines]");
  if (!box || typeof L === "undefined") return;
  const response = await fetch(box.dataset.outlines);
  if (!response.ok) return;
  const outlines = await response.json();
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const rows = (kind) => [...document.querySelectorAll(`table[data-map="${kind}"] tbody tr`)];
  const counts = new Map(rows("countries").map((row) => [row.dataset.code, row]));
  const most = Math.max(1, ...rows("countries").map((row) => Number(row.dataset.count)));

  box.hidden = false;
  box.parentElement.querySelector("figcaption").hidden = false;
  const map = L.map(box, {
    crs: L.CRS.EPSG4326, center: [25, 15], zoom: 1, minZoom: 0, maxZoom: 6, zoomSnap: 0.25, worldCopyJump: false,
    maxBounds: [[-90, -200], [90, 200]], attributionControl: false,
  });
  box.setAttribute("role", "application");
  box.setAttribute("aria-label", "Map of where it happened; arrow keys move it, plus and minus zoom. The tables that follow have its figures.");

  // Few and many differ by orders of magnitude: shades go by the logarithm.
  const shade = (count) => (count ? 0.18 + 0.72 * Math.log1p(count) / Math.log1p(most) : 0);
  function style(feature) {
    const count = Number(counts.get(feature.id)?.dataset.count || 0);
    return {
      color: color("--shore"), weight: 0.7, fillColor: color(count ? "--words" : "--land"), fillOpacity: count ? shade(count) : 1,
    };
  }

  /// A link with its count, as text.
  function popup(name, row) {
    const part = document.createElement("div");
    const link = row?.querySelector("a");
    const head = document.createElement(link ? "a" : "span");
    head.textContent = name;
    if (link) head.href = link.href;
    const count = Number(row?.dataset.count || 0);
    part.append(head, `: ${count} ${count === 1 ? "happening" : "happenings"}`);
    return part;
  }

  const states = L.geoJSON(outlines, {
    style,
    // Antarctica would take a fifth of the map.
    filter: (feature) => feature.id !== "ATA" || counts.has("ATA"),
    pointToLayer: (feature, place) => L.circleMarker(place, { radius: 3 }),
    onEachFeature: (feature, layer) => layer.bindPopup(() => popup(feature.properties.name, counts.get(feature.id))),
  }).addTo(map);

  const places = L.layerGroup(rows("places").map((row) => {
    const count = Number(row.dataset.count);
    return L.circleMarker([Number(row.dataset.latitude), Number(row.dataset.longitude)], {
      radius: 3 + 2.2 * Math.log1p(count), weight: 1.2, color: color("--paper"), fillColor: color("--deeds"), fillOpacity: 0.85,
    }).bindPopup(() => popup(row.cells[0].textContent.trim(), row));
  })).addTo(map);

  // What there is, in view.
  const bounds = L.latLngBounds([]);
  states.eachLayer((layer) => {
    if (counts.has(layer.feature.id)) bounds.extend(layer.getBounds ? layer.getBounds() : layer.getLatLng());
  });
  if (bounds.isValid()) map.fitBounds(bounds.pad(0.05), { animate: false, maxZoom: 4 });

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    states.setStyle(style);
    places.eachLayer((layer) => layer.setStyle({ color: color("--paper"), fillColor: color("--deeds") }));
  });
})();
