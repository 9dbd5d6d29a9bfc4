/** Occupancy: how much charging is used, when, where, for how long, what comes next, and what looks broken. */
import { Chart } from '../chart.js';
import { dateField, segments, select } from '../controls.js';
import { ask, isThere, recordedAt, rowsOf } from '../data.js';
import { h } from '../dom.js';
import { Figure } from '../figure.js';
import { day, number, quantity, share, shortDay, time, weekday } from '../format.js';
import { fill } from '../loading.js';
import { bars, categoryAxis, chartBase, legend, line, shareAxis, tooltip, valueAxis } from '../parts.js';
import { address, choose } from '../state.js';
import { Table } from '../table.js';
import { t, word } from '../text.js';
import { showTiles, tilesHost } from '../tiles.js';
import { drawErrors, drawForecast } from './forecast.js';

const RANKED = 20;
const LEAST_REM = 9;
const REM_A_BAR = 2.4;
const FEW = 0.5;
const TOO_FEW = 0.1;
const DAY_MS = 86_400_000;
const WHOLE_PERIOD = { level: 'all', key: '', from: '', to: '' };

export function createOccupancy(meta) {
  const filters = filtersOf(meta);
  const kind = segments(t('anomaly.kind'), 'kind', [['', t('all')], ...(meta.anomaly_kinds ?? []).map((code) => [code, word('anomaly', code)])], (name, value) => choose({ kind: value }));
  const tiles = tilesHost(6);
  const crumbs = h('ol.crumbs', { 'aria-label': t('occupancy.where') });
  const use = {
    by_hour_of_week: new Figure({ name: 'by_hour_of_week', title: 'occupancy.week', size: 'two-thirds', height: '20rem', content: new Chart(drawWeek), sources: ['occupancy_hourly'] }),
    by_hour_of_day: new Figure({ name: 'by_hour_of_day', title: 'occupancy.day', size: 'third', height: '20rem', content: new Chart(drawDay), sources: ['occupancy_hourly'] }),
    by_day: new Figure({ name: 'by_day', title: 'occupancy.days', size: 'two-thirds', height: '20rem', content: new Chart(drawDays), sources: ['utilization'] }),
    sessions: new Figure({ name: 'sessions', title: 'occupancy.sessions', size: 'third', height: '20rem', content: new Chart(drawSessions), sources: ['charging_session'] }),
    ranking: new Figure({ name: 'ranking', title: 'occupancy.ranking', note: 'occupancy.ranking.note', content: new Chart(drawRanking, ({ level, key }) => choose({ level, key })), sources: ['utilization'], alternative: { columns: ['name', 'level', 'devices', 'occupied_share', 'observed_share', 'sessions'], cells: { name: rankedLink } } }),
  };
  const foresight = {
    forecast: new Figure({ name: 'forecast', title: 'occupancy.forecast', size: 'two-thirds', height: '20rem', content: new Chart(drawForecast), sources: ['occupancy_forecast'] }),
    error: new Figure({ name: 'error', title: 'occupancy.error', size: 'third', height: '20rem', content: new Chart(drawErrors), sources: ['backtest_score'] }),
  };
  const faults = [new Figure({ name: 'anomalies', title: 'occupancy.anomalies', note: 'occupancy.anomalies.note', flow: true, content: new Table({ wide: ['evidence'], columns: ['kind', 'key', 'evidence', 'since', 'until', 'noticed_at', 'lost_sessions', 'lost_kwh', 'score', 'station', 'operator'], cells: { until: (value) => (value ? time(value) : t('anomaly.lasting')) } }), sources: ['anomaly'], empty: 'anomaly.none', aside: meta.anomaly_kinds?.length && !recordedAt() ? [kind.element] : null })];
  const all = [...Object.values(use), ...Object.values(foresight), ...faults];
  const title = h('h1', { tabindex: '-1' }, t('page.occupancy'));
  const element = h('div.whole', {},
    h('div.intro', {}, h('div', {}, title, h('p.lede', {}, t('occupancy.lede'))), h('div.filters', { role: 'search', 'aria-label': t('filters') }, filters.elements)),
    crumbs,
    tiles,
    h('div.board', {}, all.map((figure) => figure.element)));

  async function update(params, signal) {
    const { level, key, from, to } = { ...WHOLE_PERIOD, ...params };
    filters.set({ level, key, from, to });
    kind.set(params.kind ?? '');
    showCrumbs(crumbs, meta, level, key);
    const ahead = forecastOf(meta, level, key);
    await Promise.all([
      fill(Object.values(use), ask('api/occupancy', { level, key, from, to }, signal), (answer) => showUse(use, tiles, answer, level)),
      fill(Object.values(foresight), ask('api/forecast', ahead, signal), (answer) => showForesight(foresight, answer, meta)),
      fill(faults, ask('api/anomalies', { kind: params.kind }, signal), (answer) => faults[0].show(answer)),
    ]);
  }

  return { element, title, update, dispose: () => all.forEach((figure) => figure.dispose()) };
}

/** What is shown, if it was forecast; else a station in it that was, else the first there is. */
function forecastOf(meta, level, key) {
  const known = (meta.forecast_keys ?? []).filter((choice) => isThere('api/forecast', choice));
  const within = new Set((meta.stations ?? []).filter((station) => station[level] === key).map((station) => station.id));
  const chosen = known.find((forecast) => forecast.level === level && forecast.key === key)
    ?? known.find((forecast) => forecast.level === 'station' && within.has(forecast.key))
    ?? known[0];
  return chosen ? { level: chosen.level, key: chosen.key } : {};
}

/** Level, which of it, and days. */
function filtersOf(meta) {
  const there = (level) => ([key]) => isThere('api/occupancy', { level, key });
  const keys = {
    city: (meta.cities ?? []).map((city) => [city, city]).filter(there('city')),
    operator: (meta.operators ?? []).map((operator) => [operator, operator]).filter(there('operator')),
    station: (meta.stations ?? []).map((station) => [station.id, [station.name ?? station.id, station.city].filter(Boolean).join(', ')]).filter(there('station')),
  };
  const levels = ['all', ...Object.keys(keys).filter((level) => keys[level].length)].map((code) => [code, word('level', code)]);
  const end = meta.last_day ? new Date(Date.parse(meta.last_day) + DAY_MS).toISOString().slice(0, 10) : '';
  const days = { min: meta.first_day, max: end };
  const level = select(t('filter.level'), 'level', levels, (name, value) => choose({ level: value, key: keys[value]?.[0][0] ?? '' }));
  const key = select(t('filter.key'), 'key', [], (name, value) => choose({ key: value }));
  const from = dateField(t('filter.from'), 'from', days, (name, value) => choose({ from: value }));
  const to = dateField(t('filter.to'), 'to', days, (name, value) => choose({ to: value }));
  return {
    elements: [level.element, key.element, ...(recordedAt() ? [] : [from.element, to.element])],
    set(chosen) {
      level.fill(levels.some(([code]) => code === chosen.level) ? levels : [...levels, [chosen.level, word('level', chosen.level)]]);
      level.set(chosen.level);
      key.element.hidden = chosen.level === 'all';
      key.fill(keys[chosen.level] ?? []);
      key.set(chosen.key);
      from.set(chosen.from || meta.first_day);
      to.set(chosen.to || end);
    },
  };
}

function showCrumbs(host, meta, level, key) {
  const station = level === 'station' ? (meta.stations ?? []).find((candidate) => candidate.id === key) : null;
  const link = (choice, text) => h('li', {}, h('a', { href: address('occupancy', choice) }, text));
  host.hidden = level === 'all';
  host.replaceChildren(
    link({}, t('level.all')),
    ...(station?.city ? [link({ level: 'city', key: station.city }, station.city)] : []),
    h('li', { 'aria-current': 'page' }, station?.name ?? key));
}

function showUse(figures, tiles, answer, level) {
  const summary = rowsOf(answer.tables.summary)[0];
  showTiles(tiles, summary ? tilesOf(summary) : []);
  const observed = summary?.observed_share;
  const days = rowsOf(answer.tables.by_day);
  const period = days.length ? t('occupancy.period', { from: day(days[0].date), to: day(days.at(-1).date) }) : '';
  for (const name of ['by_hour_of_week', 'by_hour_of_day', 'by_day']) figures[name].show(answer, { observed, note: `${t(`occupancy.${name}.note`)} ${period}`.trim() });
  figures.sessions.show(answer, { observed, note: summary ? t('occupancy.sessions.note', { sessions: number(summary.sessions), mean: quantity(summary.mean_session_s, 's') }) : '' });
  figures.ranking.setHeight(`${Math.max(LEAST_REM, Math.min(RANKED, answer.tables.ranking.rows.length) * REM_A_BAR)}rem`);
  figures.ranking.show(answer, { observed });
  figures.ranking.element.hidden = level === 'connector';
}

function tilesOf(summary) {
  const devices = t('occupancy.devices', { devices: number(summary.devices) });
  const part = (code, seconds) => (summary[seconds] === undefined || summary.observed_s === undefined
    ? t('occupancy.of_observed', { observed: share(summary.observed_share) })
    : t('occupancy.hours', { part: number(Math.round(summary[seconds] / 3600)), whole: number(Math.round(summary.observed_s / 3600)) }));
  const tile = (code, seconds) => ({ key: code, label: t(`column.${code}`), value: share(summary[code]), of: part(code, seconds) });
  return [
    tile('occupied_share', 'occupied_s'),
    tile('available_share', 'available_s'),
    ...(summary.blocked_share === undefined ? [] : [tile('blocked_share', 'blocked_s')]),
    tile('out_of_service_share', 'out_of_service_s'),
    { key: 'observed_share', label: t('column.observed_share'), value: share(summary.observed_share), of: devices, tone: summary.observed_share < FEW ? 'bad' : undefined },
    { key: 'sessions', label: t('column.sessions'), value: number(summary.sessions), of: t('occupancy.mean', { mean: quantity(summary.mean_session_s, 's') }) },
  ];
}

function showForesight(figures, answer, meta) {
  const { level, key } = answer.chosen ?? {};
  const name = level === 'station' ? ((meta.stations ?? []).find((station) => station.id === key)?.name ?? key) : key;
  const model = rowsOf(answer.tables.error).find((row) => row.coverage_80 !== null);
  figures.forecast.show(answer, { note: name ? t('forecast.of', { name: `${word('level', level)} ${name}` }) : t('forecast.note') });
  figures.error.show(answer, { note: model ? t('forecast.coverage', { share: share(model.coverage_80) }) : t('forecast.error.note') });
}

function rankedLink(name, row) {
  return h('a', { href: address('occupancy', { level: row.level, key: row.key }) }, name ?? row.key);
}

/** Seven days of 24 hours; what was watched for less than half of the time is faint. */
function drawWeek(rows, colours) {
  const cells = rows.map((row) => ({ value: [row.hour, row.weekday - 1, row.occupied_share ?? '-'], itemStyle: { opacity: (row.observed_share ?? 0) < FEW ? 0.3 : 1 } }));
  const highest = Math.max(0.01, ...rows.map((row) => row.occupied_share ?? 0));
  return chartBase(colours, {
    grid: { left: 8, right: 8, top: 6, bottom: 44, containLabel: true },
    tooltip: tooltip(colours, 'item', ({ dataIndex }) => {
      const row = rows[dataIndex];
      return [`${weekday(row.weekday, 'long')}, ${row.hour}–${row.hour + 1} h`, [[t('column.occupied_share'), share(row.occupied_share)], [t('column.observed_share'), share(row.observed_share)], [t('column.devices'), number(row.devices)]]];
    }),
    xAxis: categoryAxis(colours, Array.from({ length: 24 }, (_, hour) => `${hour} h`), { axisLine: { show: false } }),
    yAxis: categoryAxis(colours, [1, 2, 3, 4, 5, 6, 7].map((number_) => weekday(number_)), { inverse: true, axisLine: { show: false } }),
    visualMap: { type: 'continuous', min: 0, max: highest, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemWidth: 10, itemHeight: 160, text: [share(highest, 0), share(0, 0)], textStyle: { color: colours.muted }, inRange: { color: colours.sequence } },
    series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: colours.surface, borderWidth: 1.5, borderRadius: 3 }, emphasis: { itemStyle: { borderColor: colours.ink } } }],
  });
}

function drawDay(rows, colours) {
  return chartBase(colours, {
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => [`${rows[dataIndex].hour}–${rows[dataIndex].hour + 1} h`, [[t('column.occupied_share'), share(rows[dataIndex].occupied_share)], [t('column.observed_share'), share(rows[dataIndex].observed_share)]]]),
    xAxis: categoryAxis(colours, rows.map((row) => `${row.hour} h`), { boundaryGap: false }),
    yAxis: shareAxis(colours, t('unit.of_observed')),
    series: [line(t('column.occupied_share'), rows.map((row) => row.occupied_share), colours.series[0], { areaStyle: { opacity: 0.14 }, smooth: 0.2 })],
  });
}

/** Below the shares stands how much of each day was watched; of a day that hardly was, nothing is drawn. */
function drawDays(rows, colours) {
  const shown = ['occupied_share', 'out_of_service_share'];
  const days = rows.map((row) => shortDay(row.date));
  return chartBase(colours, {
    legend: legend(colours),
    grid: [{ left: 48, right: 16, top: 62, bottom: 88 }, { left: 48, right: 16, height: 32, bottom: 24 }],
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => {
      const row = rows[dataIndex];
      return [day(row.date), [...[...shown, 'available_share', 'observed_share'].map((name) => [t(`column.${name}`), share(row[name])]), [t('column.sessions'), number(row.sessions)], [t('column.mean_session_s'), quantity(row.mean_session_s, 's')]]];
    }),
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: colours.strongLine }, label: { show: false } },
    xAxis: [
      categoryAxis(colours, days, { axisLabel: { show: false } }),
      categoryAxis(colours, days, { gridIndex: 1 }),
    ],
    yAxis: [
      shareAxis(colours, t('unit.of_observed')),
      shareAxis(colours, t('column.observed_share'), { gridIndex: 1, max: 1, interval: 1, nameGap: 8, splitLine: { show: false } }),
    ],
    series: [
      ...shown.map((name, i) => line(t(`column.${name}`), rows.map((row) => (row.observed_share < TOO_FEW ? null : row[name])), colours.series[i ? 4 : 0], { lineStyle: { width: 2, color: colours.series[i ? 4 : 0], type: i ? 'dashed' : 'solid' }, showSymbol: rows.length < 4 })),
      bars(t('column.observed_share'), rows.map((row) => row.observed_share), colours.series[6], { xAxisIndex: 1, yAxisIndex: 1, barCategoryGap: '20%' }),
    ],
  });
}

function drawSessions(rows, colours) {
  const between = (row) => (row.to_min === null ? `≥ ${number(row.from_min)}` : `${number(row.from_min)}–${number(row.to_min)}`);
  return chartBase(colours, {
    grid: { left: 8, right: 16, top: 32, bottom: 26, containLabel: true },
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => [`${between(rows[dataIndex])} min`, [[t('column.sessions'), number(rows[dataIndex].sessions)]]]),
    xAxis: categoryAxis(colours, rows.map(between), { name: t('unit.min_long'), nameLocation: 'middle', nameGap: 26 }),
    yAxis: valueAxis(colours, t('column.sessions')),
    series: [bars(t('column.sessions'), rows.map((row) => row.sessions), colours.series[0], { barCategoryGap: '12%', barMaxWidth: 60 })],
  });
}

function drawRanking(rows, colours, { width }) {
  const drawn = rows.slice(0, RANKED);
  return chartBase(colours, {
    grid: { left: 8, right: 16, top: 8, bottom: 8, containLabel: true },
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => {
      const row = drawn[dataIndex];
      return [row.name ?? row.key, [[t('column.occupied_share'), share(row.occupied_share)], [t('column.observed_share'), share(row.observed_share)], [t('column.devices'), number(row.devices)], [t('column.sessions'), number(row.sessions)]]];
    }),
    xAxis: shareAxis(colours, '', { max: 1.12, axisLabel: { formatter: (value) => (value <= 1 ? share(value, 0) : '') }, interval: 0.25 }),
    yAxis: categoryAxis(colours, drawn.map((row) => row.name ?? row.key), { inverse: true, axisLabel: { color: colours.muted, width: 190, overflow: 'truncate' } }),
    series: [
      bars(t('column.occupied_share'), drawn.map((row) => row.occupied_share), colours.series[0], { barMaxWidth: 12, label: { show: true, position: 'right', color: colours.ink, formatter: ({ value }) => share(value) } }),
      bars(t('column.observed_share'), drawn.map((row) => row.observed_share), colours.line, { barMaxWidth: 4, label: { show: true, position: 'right', color: colours.muted, fontSize: 11, formatter: ({ value }) => (width < 600 ? share(value, 0) : t('observed', { share: share(value, 0) })) } }),
    ],
  });
}
