/** Headline figures: value and unit, below them of what it is made. */
import { h } from './dom.js';
import { unitWord } from './format.js';

const NARROWEST = 150;
const FEWEST = 2;

/** A tile is {label, value, unit, of, tone}; all but label and value may be missing. */
export function showTiles(host, tiles) {
  host.classList.remove('busy');
  host.replaceChildren(...tiles.map(({ label, value, unit, of, tone, key }) => h(tone ? `div.tile.${tone}` : 'div.tile', { 'data-kpi': key },
    h('dt', {}, label),
    h('dd.value', {}, value, unit ? h('small', {}, ` ${unitWord(unit)}`) : null),
    of ? [of].flat().map((text) => h('dd.of', {}, text)) : null)));
  spread(host);
}

/** Room for tiles to come, so that nothing jumps. */
export function tilesHost(count) {
  const waiting = Array.from({ length: count }, () => h('div.tile', {}, h('dt', {}, '\u00a0'), h('dd.value', {}, '\u00a0'), h('dd.of', {}, '\u00a0')));
  const host = h('dl.tiles.busy', {}, waiting);
  new ResizeObserver(() => spread(host)).observe(host);
  return host;
}

/** Rows of as many tiles each, as near as can be. */
function spread(host) {
  const count = host.children.length;
  if (!count || !host.clientWidth) return;
  const fit = Math.max(FEWEST, Math.floor(host.clientWidth / NARROWEST));
  const rows = Math.ceil(count / fit);
  host.style.setProperty('--columns', Math.ceil(count / rows));
}
