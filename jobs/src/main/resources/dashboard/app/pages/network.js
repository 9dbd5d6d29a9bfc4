/** The network: how much of it there is, where, how it grows, where it is missing and where to build next. */
import { Chart } from '../chart.js';
import { segments, select } from '../controls.js';
import { ask, isThere, rowsOf } from '../data.js';
import { h } from '../dom.js';
import { Figure } from '../figure.js';
import { month, number, place, quantity, share } from '../format.js';
import { List } from '../list.js';
import { fill } from '../loading.js';
import { STATUS_LOOK, StationMap } from '../map.js';
import { bars, categoryAxis, chartBase, legend, line, tooltip, valueAxis } from '../parts.js';
import { choose } from '../state.js';
import { knows, t, word } from '../text.js';
import { showTiles, tilesHost } from '../tiles.js';

const GAPS_DRAWN = 12;
const NARROW = 420;
/** What a choice takes back: figures are known of a place or of an operator, not of both. */
const TAKES_BACK = { country: { state: '', city: '', operator: '' }, state: { city: '', operator: '' }, city: { operator: '' }, operator: { country: '', state: '', city: '' } };
const ORDER = ['stations', 'connectors', 'operational_rate', 'fast_rate', 'open_24_7_rate', 'public_rate', 'private_rate', 'connector_diversity', 'growth_12m'];
const COUNTS = ['stations', 'connectors'];

export function createNetwork(meta) {
  const pick = (name, value) => choose({ ...TAKES_BACK[name], [name]: value });
  const offer = (name, values = []) => [['', t('all')], ...values.filter((value) => isThere('api/network', { [name]: value })).map((value) => [value, value])];
  const filters = {
    country: select(t('filter.country'), 'country', offer('country', meta.countries), pick),
    state: select(t('filter.state'), 'state', offer('state', meta.states), pick),
    city: select(t('filter.city'), 'city', offer('city', meta.network_cities), pick),
    operator: select(t('filter.operator'), 'operator', offer('operator', meta.network_operators), pick),
  };
  const colour = segments(t('map.colour'), 'colour', [['status', t('map.by_status')], ['utilisation', t('map.by_utilisation')]], (name, value) => choose({ colour: value }));
  const legendHost = h('ul.legend');
  const tiles = tilesHost(8);
  const figures = {
    stations: new Figure({
      name: 'stations', title: 'network.map', note: 'network.map.note', size: 'two-thirds', height: 'clamp(22rem, 52vh, 44rem)', content: new StationMap(), aside: [colour.element, legendHost],
      sources: ['station_register', 'charging_station', 'utilization', 'status_current'], alternative: { columns: ['name', 'city', 'operator', 'status', 'connectors', 'max_power_kw', 'utilisation', 'observed_share'] },
    }),
    growth: new Figure({ name: 'growth', title: 'network.growth', note: 'network.growth.note', size: 'third', content: new Chart(drawGrowth), sources: ['station_register', 'station_kpi', 'station_register_history'] }),
    gaps: new Figure({ name: 'gaps', title: 'network.gaps', note: 'network.gaps.note', size: 'half', height: '22rem', content: new Chart(drawGaps), sources: ['coverage_gap'] }),
    sites: new Figure({ name: 'sites', title: 'network.sites', note: 'network.sites.note', size: 'half', flow: true, content: new List(listSites), sources: ['site_candidate'], alternative: { wide: ['reason', 'guarantee'] } }),
  };
  const title = h('h1', { tabindex: '-1' }, t('page.network'));
  const element = h('div.whole', {},
    h('div.intro', {}, h('div', {}, title, h('p.lede', {}, t('network.lede'))), h('div.filters', { role: 'search', 'aria-label': t('filters') }, Object.values(filters).map((filter) => filter.element))),
    tiles,
    h('div.board', {}, figures.stations.element, figures.growth.element, figures.gaps.element, figures.sites.element));

  async function update(params, signal) {
    const { country, state, city, operator } = params;
    const by = params.colour === 'utilisation' ? 'utilisation' : 'status';
    Object.entries(filters).forEach(([name, filter]) => filter.set(params[name] ?? ''));
    colour.set(by);
    await fill(Object.values(figures), ask('api/network', { country, state, city, operator }, signal), (answer) => {
      const gaps = rowsOf(answer.tables.gaps);
      showTiles(tiles, rowsOf(answer.tables.kpis).sort((a, b) => ORDER.indexOf(a.kpi) - ORDER.indexOf(b.kpi)).map(kpiTile));
      showLegend(legendHost, rowsOf(answer.tables.stations), by, gaps.length > 0, answer.tables.sites?.rows.length > 0);
      figures.stations.show(answer, { extra: { colour: by, gaps: gaps.filter((gap) => gap.rank <= GAPS_DRAWN), sites: rowsOf(answer.tables.sites) } });
      figures.growth.show(answer);
      figures.gaps.show(answer);
      figures.sites.show(answer);
    }, by);
  }

  return { element, title, update, dispose: () => Object.values(figures).forEach((figure) => figure.dispose()) };
}

/** Counts as they are, rates with what they are of and how much is not known. */
function kpiTile(row) {
  const label = word('kpi', row.kpi);
  const unknown = row.unknown_share > 0 ? t('kpi.unknown', { share: share(row.unknown_share) }) : null;
  if (COUNTS.includes(row.kpi)) return { key: row.kpi, label, value: number(row.value), of: word('basis', row.basis) };
  const noun = knows(`kpi.of.${row.kpi}`) ? t(`kpi.of.${row.kpi}`) : '';
  const made = { connector_diversity: 'kpi.types_in', growth_12m: 'kpi.more' }[row.kpi] ?? 'kpi.of';
  const of = [t(made, { numerator: number(row.numerator), denominator: number(row.denominator), noun }).trim(), unknown].filter(Boolean);
  return row.kpi === 'connector_diversity'
    ? { key: row.kpi, label, value: number(row.value, 2), unit: t('kpi.types'), of }
    : { key: row.kpi, label, value: share(row.value), of };
}

function showLegend(host, stations, by, hasGaps, hasSites) {
  const present = Object.keys(STATUS_LOOK).filter((status) => stations.some((station) => station.status === status));
  const entries = by === 'utilisation'
    ? [h('li', {}, h('span.scale', {}, t('map.scale')))]
    : present.map((status) => h('li', {}, h(`span.chip.${STATUS_LOOK[status].chip}${STATUS_LOOK[status].filled ? '' : '.hollow'}`, {}, word('status', status))));
  const gap = hasGaps ? h('li', {}, h('span.chip.hollow.b', {}, t('map.gap'))) : null;
  const site = hasSites ? h('li', {}, h('span.chip.b', {}, t('map.site'))) : null;
  host.replaceChildren(...[...entries, gap, site].filter(Boolean));
}

function drawGrowth(rows, colours) {
  const names = rows.some((row) => row.connectors) ? ['stations', 'connectors'] : ['stations'];
  return chartBase(colours, {
    legend: names.length > 1 ? legend(colours) : undefined,
    tooltip: tooltip(colours, 'axis', (points) => [month(rows[points[0].dataIndex].date), names.map((name) => [t(`column.${name}`), number(rows[points[0].dataIndex][name])])]),
    xAxis: categoryAxis(colours, rows.map((row) => month(row.date)), { boundaryGap: false }),
    yAxis: valueAxis(colours, t('unit.count')),
    series: names.map((name, i) => line(t(`column.${name}`), rows.map((row) => row[name]), colours.series[i], { step: 'end', areaStyle: i === 0 ? { opacity: 0.12 } : undefined, showSymbol: rows.length < 3 })),
  });
}

function drawGaps(rows, colours, { width }) {
  const drawn = rows.slice(0, GAPS_DRAWN);
  return chartBase(colours, {
    legend: legend(colours),
    grid: { left: 8, right: 56, top: 32, bottom: 8, containLabel: true },
    tooltip: tooltip(colours, 'item', ({ dataIndex }) => {
      const row = drawn[dataIndex];
      return [t('gap.title', { rank: row.rank, need: word('need', row.need) }), [[t('column.place'), place(row.lat, row.lon)], [t('column.nearest_km'), quantity(row.nearest_km, 'km')], [t('column.limit_km'), quantity(row.limit_km, 'km')], [t('column.weight'), `${number(row.weight)} (${word('basis', row.weight_basis)})`]]];
    }),
    xAxis: valueAxis(colours, '', { axisLabel: { formatter: (value) => `${number(value)} km` } }),
    yAxis: categoryAxis(colours, drawn.map((row) => `${word('need', row.need)} ${row.rank}${width < NARROW ? '' : `: ${place(row.lat, row.lon)}`}`), { inverse: true }),
    series: [bars(t('column.nearest_km'), drawn.map((row) => row.nearest_km), colours.series[0], {
      barMaxWidth: 16,
      label: { show: true, position: 'right', color: colours.muted, backgroundColor: colours.surface, formatter: ({ value }) => `${number(value)} km` },
    }), { type: 'scatter', name: t('column.limit_km'), data: drawn.map((row, i) => [row.limit_km, i]), symbol: 'rect', symbolSize: [3, 20], itemStyle: { color: colours.series[1] }, silent: true }],
  });
}

function listSites(rows) {
  return h('ol.ranked', {}, rows.map((row) => h('li', {},
    h('span.rank', { 'aria-hidden': 'true' }, String(row.rank)),
    h('div', {},
      h('strong', {}, place(row.lat, row.lon)),
      h('p', {}, row.reason),
      h('p', {}, t('site.reached', { share: share(row.cumulative_share) })),
      h('progress', { max: 1, value: row.cumulative_share, 'aria-label': t('site.reached', { share: share(row.cumulative_share) }) }),
      h('p', {}, row.guarantee)))));
}

