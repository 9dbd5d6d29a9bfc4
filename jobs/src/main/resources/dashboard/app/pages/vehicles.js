/** Vehicles: how they drive and charge, always many of them together. */
import { Chart } from '../chart.js';
import { select } from '../controls.js';
import { ask, isThere, rowsOf } from '../data.js';
import { h } from '../dom.js';
import { Figure } from '../figure.js';
import { number, quantity, share } from '../format.js';
import { fill } from '../loading.js';
import { bars, categoryAxis, chartBase, shareAxis, tooltip, valueAxis } from '../parts.js';
import { choose } from '../state.js';
import { Table } from '../table.js';
import { knows, t, word } from '../text.js';
import { showTiles, tilesHost } from '../tiles.js';

const HISTOGRAMS = { histogram_energy: 'kWh', histogram_power: 'kW', histogram_duration: 'min', histogram_soc_change: '%' };
const HEADLINES = [
  ['trips', 'trips'],
  ['trips', 'energy_per_100km'],
  ['trips', 'long_trips_share'],
  ['trips', 'short_trips_share'],
  ['charge_sessions', 'sessions'],
  ['charge_sessions', 'session_energy_mean'],
  ['charge_sessions', 'session_power_mean_mean'],
  ['charge_sessions', 'session_duration_mean'],
  ['charge_sessions', 'complete_sessions_share'],
];

export function createVehicles(meta) {
  const types = (meta.vehicle_types ?? []).filter((code) => isThere('api/vehicles', { type: code }));
  const type = select(t('filter.type'), 'type', [['', t('all')], ...types.map((code) => [code, code])], (name, value) => choose({ type: value }));
  const tiles = tilesHost(8);
  const histograms = Object.entries(HISTOGRAMS).map(([name, unit]) => new Figure({ name, title: `vehicles.${name}`, note: 'vehicles.histogram.note', size: 'quarter', height: '15rem', content: new Chart((rows, colours) => drawHistogram(rows, colours, unit)), sources: ['charge_session'], alternative: { columns: ['from', 'to', 'n'] } }));
  const others = [
    new Figure({ name: 'types', title: 'vehicles.types', note: 'vehicles.types.note', size: 'half', height: '18rem', content: new Chart((rows, colours) => drawConsumption(rows, colours, 'type', 'trips')), sources: ['trip', 'vehicle'] }),
    new Figure({ name: 'batteries', title: 'vehicles.batteries', note: 'vehicles.batteries.note', size: 'half', height: '18rem', content: new Chart((rows, colours) => drawConsumption(rows, colours, 'model', 'cycles')), sources: ['cycle', 'vehicle'] }),
    new Figure({ name: 'completeness', title: 'vehicles.completeness', note: 'vehicles.completeness.note', size: 'third', height: '26rem', content: new Chart(drawCompleteness), sources: ['charge_session'] }),
    new Figure({ name: 'trips', title: 'vehicles.trips', note: 'vehicles.year', size: 'third', flow: true, content: new Table({ cells: { indicator: indicatorName, value: withUnit }, columns: ['indicator', 'value', 'n'] }), sources: ['indicator'] }),
    new Figure({ name: 'charge_sessions', title: 'vehicles.charge_sessions', note: 'vehicles.year', size: 'third', flow: true, content: new Table({ cells: { indicator: indicatorName, value: withUnit }, columns: ['indicator', 'value', 'n'] }), sources: ['indicator'] }),
  ];
  const all = [...histograms, ...others];
  const figures = Object.fromEntries(all.map((figure) => [figure.element.dataset.figure, figure]));
  type.element.hidden = types.length === 0;
  const title = h('h1', { tabindex: '-1' }, t('page.vehicles'));
  const element = h('div.whole', {},
    h('div.intro', {}, h('div', {}, title, h('p.lede', {}, t('vehicles.lede', { least: meta.privacy?.min_vehicles ?? 10 }))), h('div.filters', { role: 'search', 'aria-label': t('filters') }, type.element)),
    tiles,
    h('div.board', {}, all.map((figure) => figure.element)));

  async function update(params, signal) {
    type.set(params.type ?? '');
    await fill(all, ask('api/vehicles', { type: params.type }, signal), (answer) => {
      showTiles(tiles, HEADLINES.map(([table, code]) => headline(answer, table, code)).filter(Boolean));
      const byType = rowsOf(answer.tables.batteries)[0]?.grouped_by === 'battery_type';
      const notes = byType ? { batteries: t('vehicles.batteries.by_type') } : {};
      for (const [name, figure] of Object.entries(figures)) figure.show(answer, { note: notes[name] });
    });
  }

  return { element, title, update, dispose: () => all.forEach((figure) => figure.dispose()) };
}

function headline(answer, table, code) {
  const row = rowsOf(answer.tables[table]).find((candidate) => candidate.indicator === code);
  if (!row) return null;
  const counted = t(`vehicles.of.${table}`, { n: number(row.n) });
  const isShare = unitOf(row) === 'share';
  const value = row.value === null ? t('withheld') : isShare ? share(row.value) : number(row.value);
  return { key: code, label: indicatorName(code), value, unit: row.value === null || isShare ? '' : row.unit, of: row.n === null || row.value === row.n ? '' : counted };
}

/** Shares tell themselves by their names. */
function unitOf({ indicator, unit }) {
  return indicator.endsWith('_share') ? 'share' : unit;
}

/** Statistics of a measure are called by both. */
function indicatorName(code) {
  const parts = /^(.*)_(mean|p10|p50|p90)$/.exec(code);
  if (knows(`indicator.${code}`) || !parts) return word('indicator', code);
  return `${word('indicator', parts[1])}, ${word('statistic', parts[2])}`;
}

function withUnit(value, row) {
  return value === null ? h('span.withheld', {}, t('withheld')) : quantity(value, unitOf(row));
}

/** A class of fewer vehicles than may be shown is drawn as a hatched stub, not as nothing. */
function drawHistogram(rows, colours, unit) {
  const withheld = { itemStyle: { color: colours.raised, borderColor: colours.strongLine, borderType: 'dashed', borderWidth: 1 } };
  const stub = Math.max(1, ...rows.map((row) => row.n ?? 0)) * 0.03;
  return chartBase(colours, {
    grid: { left: 8, right: 12, top: 30, bottom: 24, containLabel: true },
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => [`${between(rows[dataIndex])} ${unit}`, [[t('column.sessions'), rows[dataIndex].suppressed ? t('withheld') : number(rows[dataIndex].n)]]]),
    xAxis: categoryAxis(colours, rows.map((row) => between(row)), { name: unit, nameLocation: 'middle', nameGap: 24 }),
    yAxis: valueAxis(colours, t('column.sessions')),
    series: [bars(t('column.sessions'), rows.map((row) => (row.suppressed ? { value: stub, ...withheld } : row.n)), colours.series[0], { barCategoryGap: '10%', barMaxWidth: 60 })],
  });
}

function between({ from, to }) {
  if (from === null) return `< ${number(to)}`;
  return to === null ? `≥ ${number(from)}` : `${number(from)}–${number(to)}`;
}

/** What a type or model needs; of tells what the figure is made of. */
function drawConsumption(rows, colours, name, of) {
  return chartBase(colours, {
    grid: { left: 8, right: 64, top: 8, bottom: 24, containLabel: true },
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => {
      const row = rows[dataIndex];
      if (row.suppressed) return [row[name], [[t('column.kwh_per_100km'), t('withheld')]]];
      return [row[name], [[t('column.kwh_per_100km'), quantity(row.kwh_per_100km, 'kWh/100 km')], [t(`column.${of}`), number(row[of])],
        ...('thirsty_share' in row ? [[t('column.thirsty_share'), share(row.thirsty_share)]] : []), ...('soc_lost_per_hour' in row ? [[t('column.soc_lost_per_hour'), quantity(row.soc_lost_per_hour, '%/h')]] : [])]];
    }),
    xAxis: valueAxis(colours, '', { show: rows.some((row) => !row.suppressed), name: 'kWh/100 km', nameLocation: 'middle', nameGap: 24, nameTextStyle: { color: colours.muted } }),
    yAxis: categoryAxis(colours, rows.map((row) => row[name]), { inverse: true, axisLabel: { color: colours.muted, width: 130, overflow: 'truncate' } }),
    series: [bars(t('column.kwh_per_100km'), rows.map((row) => (row.suppressed ? 0 : row.kwh_per_100km)), colours.series[0], { barMaxWidth: 18, label: { show: true, position: 'right', color: colours.muted, formatter: ({ dataIndex, value }) => (rows[dataIndex].suppressed ? t('withheld') : number(value)) } })],
  });
}

function drawCompleteness(rows, colours) {
  return chartBase(colours, {
    grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => [word('flag', rows[dataIndex].flag), [[t('column.sessions'), rows[dataIndex].sessions === null ? t('withheld') : number(rows[dataIndex].sessions)], [t('column.share'), share(rows[dataIndex].share)]]]),
    xAxis: shareAxis(colours, '', { max: 1 }),
    yAxis: categoryAxis(colours, rows.map((row) => word('flag', row.flag)), { inverse: true, axisLabel: { color: colours.muted, width: 170, overflow: 'truncate' } }),
    series: [bars(t('column.share'), rows.map((row) => ({ value: row.share ?? 0, itemStyle: { color: row.flag === 'complete' ? colours.series[2] : colours.series[4] } })), colours.series[0], { barMaxWidth: 16, label: { show: true, position: 'right', color: colours.muted, formatter: ({ dataIndex }) => (rows[dataIndex].share === null ? t('withheld') : share(rows[dataIndex].share)) } })],
  });
}
