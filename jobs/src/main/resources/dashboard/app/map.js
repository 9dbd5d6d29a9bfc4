/** Stations on a map of countries, with gaps and sites; the land comes with the page, no tile is fetched from anywhere. */
import { ask } from './data.js';
import { h } from './dom.js';
import { maps } from './libraries.js';
import { number, place, share } from './format.js';
import { address } from './state.js';
import { t, word } from './text.js';
import { onTheme, palette } from './theme.js';

const MOST_DETAIL = 13;
const LABEL_WIDTH = 90;
const LABEL_HEIGHT = 20;
const CONTINENT_DEGREES = 50;
const REGION_DEGREES = 9;

/** How a status looks: which colour of the palette, and whether filled. */
export const STATUS_LOOK = {
  operational: { series: 5, chip: 'f', filled: true },
  available: { series: 0, chip: 'a', filled: true },
  occupied: { series: 1, chip: 'b', filled: true },
  blocked: { series: 3, chip: 'd', filled: true },
  out_of_service: { series: 4, chip: 'e', filled: true },
  planned: { series: 2, chip: 'c', filled: false },
  unknown: { series: 6, chip: 'g', filled: false },
};

export class StationMap {
  #map = null;
  #library = null;
  #layers = {};
  #shown = null;
  #cities = [];
  #fitted = '';
  #stop;

  constructor() {
    this.element = h('div.map', { tabindex: '0' });
    this.#stop = onTheme(() => this.#draw());
  }

  /** extra: colour ('status' or 'utilisation'), gaps and sites (rows). */
  async show(stations, extra) {
    this.#shown = { stations, extra };
    await this.#open();
    this.#draw();
    this.#fit(stations);
  }

  describe(text) {
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', text);
  }

  dispose() {
    this.#stop();
    this.#map?.remove();
    this.#map = null;
    this.#shown = null;
  }

  /** What is seen now, with the names of cities. */
  async image() {
    await this.#open();
    await new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve)));
    const colours = palette();
    const frame = this.element.getBoundingClientRect();
    const canvas = document.createElement('canvas');
    canvas.width = frame.width * 2;
    canvas.height = frame.height * 2;
    const pen = canvas.getContext('2d');
    pen.scale(2, 2);
    pen.fillStyle = window.getComputedStyle(this.element).backgroundColor;
    pen.fillRect(0, 0, frame.width, frame.height);
    for (const layer of this.element.querySelectorAll('canvas')) {
      const box = layer.getBoundingClientRect();
      pen.drawImage(layer, box.left - frame.left, box.top - frame.top, box.width, box.height);
    }
    pen.fillStyle = colours.ink;
    pen.font = `560 12px ${colours.font}`;
    for (const label of this.element.querySelectorAll('.leaflet-tooltip')) {
      const box = label.getBoundingClientRect();
      pen.fillText(label.textContent, box.left - frame.left, box.bottom - frame.top - 4);
    }
    return canvas.toDataURL('image/png');
  }

  async #open() {
    if (this.#map) return;
    const [library, land] = await Promise.all([maps(), ask('basemap.json')]);
    if (this.#map || !this.#shown) return;
    this.#library = library;
    this.#map = library.map(this.element, { preferCanvas: true, minZoom: 2, maxZoom: MOST_DETAIL, zoomSnap: 0.5, worldCopyJump: true, zoomControl: false }).setView([50, 10], 4);
    library.control.zoom({ zoomInTitle: t('map.closer'), zoomOutTitle: t('map.further') }).addTo(this.#map);
    library.control.scale({ imperial: false }).addTo(this.#map);
    this.#map.attributionControl.setPrefix(false).addAttribution('Natural Earth');
    this.#layers.land = library.geoJSON(land, { interactive: false }).addTo(this.#map);
    for (const name of ['graticule', 'gaps', 'stations', 'sites', 'names']) this.#layers[name] = library.layerGroup().addTo(this.#map);
    this.#map.on('zoomend moveend', () => this.#label());
    new ResizeObserver(() => this.#map?.invalidateSize()).observe(this.element);
  }

  #draw() {
    if (!this.#map || !this.#shown) return;
    const colours = palette();
    const { stations, extra } = this.#shown;
    this.#layers.land.setStyle((feature) => (feature.properties.kind === 'land'
      ? { fillColor: colours.land, fillOpacity: 1, color: colours.border, weight: 0.8 }
      : { fill: false, color: colours.border, weight: 1, dashArray: '3 3' }));
    this.#refill('stations', stations.filter(isPlaced), (row) => this.#station(row, extra.colour, colours));
    this.#refill('gaps', extra.gaps ?? [], (row) => this.#gap(row, colours));
    this.#refill('sites', extra.sites ?? [], (row) => this.#site(row, colours));
    this.#cities = citiesOf(stations.filter(isPlaced));
    this.#label();
  }

  #refill(name, rows, draw) {
    this.#layers[name].clearLayers();
    rows.forEach((row) => draw(row).addTo(this.#layers[name]));
  }

  #station(row, by, colours) {
    const radius = 3.5 + Math.min(6, Math.sqrt(row.connectors ?? 1) * 1.3);
    const style = by === 'utilisation' ? usedStyle(row.utilisation, colours) : statusStyle(row.status, colours);
    return this.#library.circleMarker([row.lat, row.lon], { radius, ...style }).bindPopup(() => about(row.name || row.id, [
      [t('column.status'), word('status', row.status)],
      [t('column.operator'), row.operator ?? t('unknown')],
      [t('column.connectors'), number(row.connectors)],
      [t('column.max_power_kw'), row.max_power_kw === null ? t('unknown') : `${number(row.max_power_kw)} kW`],
      [t('column.utilisation'), row.utilisation === null || row.utilisation === undefined ? t('unknown') : `${share(row.utilisation)} ${t('of_observed', { share: share(row.observed_share) })}`],
    ], row.city, row.key ? h('a', { href: address('occupancy', { level: 'station', key: row.key }) }, t('map.use')) : null));
  }

  #gap(row, colours) {
    return this.#library.circleMarker([row.lat, row.lon], { radius: 11, color: colours.series[1], weight: 2, dashArray: '3 3', fillColor: colours.series[1], fillOpacity: 0.12 })
      .bindPopup(() => about(t('gap.title', { rank: row.rank, need: word('need', row.need) }), [
        [t('column.nearest_km'), row.nearest_km === null ? t('gap.none') : `${number(row.nearest_km)} km`],
        [t('column.limit_km'), `${number(row.limit_km)} km`],
        [t('column.weight'), number(row.weight)],
      ], place(row.lat, row.lon)));
  }

  #site(row, colours) {
    return this.#library.circleMarker([row.lat, row.lon], { radius: 7, color: colours.ink, weight: 2, fillColor: colours.series[1], fillOpacity: 1 })
      .bindTooltip(String(row.rank), { permanent: true, direction: 'top', className: 'rank', offset: [0, -6] })
      .bindPopup(() => about(t('site.title', { rank: row.rank }), [[t('column.gain'), number(row.gain)], [t('column.nearest_km'), `${number(row.nearest_km)} km`]], row.reason));
  }

  /** Names of cities that do not run into each other, the largest first, and lines of degrees that suit the zoom. */
  #label() {
    if (!this.#map) return;
    this.#layers.names.clearLayers();
    const taken = [];
    for (const city of this.#cities) {
      const at = this.#map.latLngToContainerPoint([city.lat, city.lon]);
      if (taken.some((other) => Math.abs(other.x - at.x) < LABEL_WIDTH && Math.abs(other.y - at.y) < LABEL_HEIGHT)) continue;
      taken.push(at);
      this.#name([city.lat, city.lon], city.name, 'place');
    }
    this.#graticule();
  }

  #name(at, text, className) {
    this.#library.tooltip({ permanent: true, direction: 'center', className, interactive: false, ...(className === 'place' ? { direction: 'top', offset: [0, -8] } : {}) }).setLatLng(at).setContent(document.createTextNode(text)).addTo(this.#layers.names);
  }

  #graticule() {
    const group = this.#layers.graticule.clearLayers();
    const zoom = this.#map.getZoom();
    const step = [30, 20, 20, 10, 5, 5, 2, 1, 0.5, 0.2, 0.1, 0.1, 0.05, 0.02][Math.floor(zoom)] ?? 0.02;
    const bounds = this.#map.getBounds().pad(0.2);
    const colours = palette();
    const style = { color: colours.border, weight: 0.5, opacity: 0.6, interactive: false };
    const degree = (value) => `${number(value, step < 1 ? 2 : 0)}°`;
    for (let lon = Math.ceil(bounds.getWest() / step) * step; lon <= bounds.getEast(); lon += step) {
      this.#library.polyline([[Math.max(-85, bounds.getSouth()), lon], [Math.min(85, bounds.getNorth()), lon]], style).addTo(group);
      this.#name([this.#map.containerPointToLatLng([0, this.#map.getSize().y - 9]).lat, lon], degree(lon), 'degree');
    }
    for (let lat = Math.ceil(Math.max(-80, bounds.getSouth()) / step) * step; lat <= Math.min(80, bounds.getNorth()); lat += step) {
      this.#library.polyline([[lat, bounds.getWest()], [lat, bounds.getEast()]], style).addTo(group);
      this.#name([lat, this.#map.containerPointToLatLng([this.#map.getSize().x - 20, 0]).lng], degree(lat), 'degree');
    }
  }

  #fit(stations) {
    const placed = mostOf(stations.filter(isPlaced)).map((row) => [row.lat, row.lon]);
    const bounds = placed.length ? this.#library.latLngBounds(placed) : null;
    const key = bounds?.toBBoxString() ?? '';
    if (!bounds || key === this.#fitted) return;
    this.#fitted = key;
    this.#map.fitBounds(bounds, { padding: [28, 28], maxZoom: 12, animate: false });
  }
}

function isPlaced(row) {
  return Number.isFinite(row.lat) && Number.isFinite(row.lon);
}

/** Those around the middle one where stations are on several continents; zooming out shows all. */
function mostOf(stations) {
  const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const lons = stations.map((row) => row.lon);
  if (Math.max(...lons) - Math.min(...lons) < CONTINENT_DEGREES) return stations;
  const at = { lat: middle(stations.map((row) => row.lat)), lon: middle(lons) };
  return stations.filter((row) => Math.abs(row.lat - at.lat) < REGION_DEGREES && Math.abs(row.lon - at.lon) < REGION_DEGREES);
}

function statusStyle(status, colours) {
  const look = STATUS_LOOK[status] ?? STATUS_LOOK.unknown;
  const colour = colours.series[look.series];
  return { color: look.filled ? colours.surface : colour, weight: look.filled ? 1 : 2, fillColor: look.filled ? colour : colours.surface, fillOpacity: 0.9 };
}

/** Half of the time and more is the deepest colour. */
function usedStyle(share, colours) {
  if (share === null || share === undefined) return { color: colours.series[6], weight: 2, fillColor: colours.surface, fillOpacity: 0.9 };
  return { color: colours.strongLine, weight: 1, fillColor: colours.sequence[Math.min(4, Math.floor(share * 10))], fillOpacity: 0.95 };
}

function about(title, lines, below, link = null) {
  const rows = lines.map(([name, value]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, value)));
  return h('div.tip', {}, h('strong', {}, title), below ? h('span', {}, below) : null, h('table', {}, h('tbody', {}, rows)), link);
}

/** Where the stations of a city are on the mean; the city with most stations first. */
function citiesOf(stations) {
  const sums = new Map();
  for (const { city, lat, lon } of stations) {
    if (!city) continue;
    const sum = sums.get(city) ?? { name: city, n: 0, lat: 0, lon: 0 };
    sums.set(city, { name: city, n: sum.n + 1, lat: sum.lat + lat, lon: sum.lon + lon });
  }
  return [...sums.values()].map((sum) => ({ name: sum.name, n: sum.n, lat: sum.lat / sum.n, lon: sum.lon / sum.n })).sort((a, b) => b.n - a.n);
}
