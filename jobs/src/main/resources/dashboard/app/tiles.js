/** Headline figures: value and unit, below them of what it is made. */
import { h } from './dom.js';

/** A tile is {label, value, unit, of, tone}; all but label and value may be missing. */
export function showTiles(host, tiles) {
  host.classList.remove('busy');
  host.replaceChildren(...tiles.map(({ label, value, unit, of, tone, key }) => h(tone ? `div.tile.${tone}` : 'div.tile', { 'data-kpi': key },
    h('dt', {}, label),
    h('dd.value', {}, value, unit ? h('small', {}, ` ${unit}`) : null),
    of ? h('dd.of', {}, of) : null)));
}

/** Room for tiles to come, so that nothing jumps. */
export function tilesHost(count) {
  const waiting = Array.from({ length: count }, () => h('div.tile', {}, h('dt', {}, '\u00a0'), h('dd.value', {}, '\u00a0'), h('dd.of', {}, '\u00a0')));
  return h('dl.tiles.busy', {}, waiting);
}
