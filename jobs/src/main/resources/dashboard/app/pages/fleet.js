/** A fleet, live: choices on one side, on the other what two strategies make of them beside uncontrolled charging. */
import { Chart } from '../chart.js';
import { Clock } from '../clock.js';
import { range, select } from '../controls.js';
import { ask, recordedAt, rowsOf } from '../data.js';
import { h } from '../dom.js';
import { Figure } from '../figure.js';
import { clock, number, quantity, share } from '../format.js';
import { explain, fill } from '../loading.js';
import { choose, note } from '../state.js';
import { Table } from '../table.js';
import { knows, t, word } from '../text.js';
import { palette } from '../theme.js';
import { showTiles, tilesHost } from '../tiles.js';
import { drawChargers, drawLoad, drawQuality, drawSoc, drawSocHistogram, hand, socBars } from './fleet-charts.js';
import { Plan } from './plan.js';

const HEADLINES = ['saving_share', 'cost', 'peak', 'v2g_revenue', 'soc_departure_mean', 'efficiency', 'charger_use', 'connected_share'];
const LESS_IS_BETTER = ['cost', 'peak', 'unmet'];

export function createFleet(meta) {
  const form = formOf(meta.fleet);
  const tiles = tilesHost(8);
  const problem = h('p.notice.error', { role: 'alert', hidden: true });
  const plan = new Plan();
  const charts = { load: new Chart(drawLoad), soc: new Chart(drawSoc), soc_histogram: new Chart(drawSocHistogram), chargers: new Chart(drawChargers), quality: new Chart(drawQuality) };
  const dial = new Clock((slot) => tick(slot), (slot) => note({ slot }));
  const figures = {
    load: new Figure({ name: 'load', title: 'fleet.load', note: 'fleet.load.note', size: 'two-thirds', height: '28rem', content: charts.load }),
    quality: new Figure({ name: 'quality', title: 'fleet.quality', note: 'fleet.quality.note', size: 'third', height: '24rem', content: charts.quality, alternative: { cells: { value: withUnit, limit: withUnit, indicator: (code) => word('quality', code), ok: (value) => t(value ? 'quality.ok' : 'quality.broken') }, columns: ['indicator', 'series', 'value', 'limit', 'share_of_limit', 'ok', 'formula'] } }),
    soc_histogram: new Figure({ name: 'soc_histogram', title: 'fleet.soc_histogram', note: 'fleet.soc_histogram.note', size: 'third', height: '16rem', content: charts.soc_histogram }),
    soc: new Figure({ name: 'soc', title: 'fleet.soc', note: 'fleet.soc.note', size: 'third', height: '16rem', content: charts.soc }),
    chargers: new Figure({ name: 'chargers', title: 'fleet.chargers', note: 'fleet.chargers.note', size: 'third', height: '16rem', content: charts.chargers }),
    kpis: new Figure({ name: 'kpis', title: 'fleet.kpis', note: 'fleet.kpis.note', size: 'two-thirds', flow: true, content: new Table({ columns: ['kpi', 'uncontrolled', 'controlled', 'compare'], cells: { kpi: (code) => word('fleet_kpi', code), uncontrolled: withUnit, controlled: withUnit, compare: withUnit } }) }),
    tariff: new Figure({ name: 'tariff', title: 'fleet.tariff', note: 'fleet.tariff.note', size: 'rest', flow: true, content: new Table({ columns: ['band', 'from', 'to', 'price'], cells: { from: atClock, to: atClock } }) }),
    v2g: new Figure({ name: 'v2g', title: 'fleet.v2g', note: 'fleet.v2g.note', flow: true, content: plan, aside: plan.filters }),
  };
  const all = Object.values(figures);
  const title = h('h1', { tabindex: '-1' }, t('page.fleet'));
  const element = h('div', {},
    h('div.intro', {}, h('div', {}, title, h('p.lede', {}, t('fleet.lede')))),
    recordedAt() ? h('p.notice', {}, t('fleet.recorded')) : null,
    problem,
    h('div.bench', {}, form.element, h('div.results', {}, tiles, dial.element, h('div.board', {}, all.map((figure) => figure.element)))));
  let shown = null;
  let started = false;
  let first = null;

  function tick(slot) {
    if (!shown) return;
    const colours = palette();
    for (const name of ['load', 'soc', 'chargers']) charts[name].patch({ series: [hand(slot, colours)] });
    charts.soc_histogram.patch({ series: [socBars(shown.bins, slot)] });
    plan.tick(slot);
    dial.now.replaceChildren(...nowLines(shown, plan.counts(slot), slot));
  }

  async function update(params, signal) {
    const { slot, ...asked } = params;
    form.set(asked);
    first = slot === undefined ? null : Number(slot);
    const began = performance.now();
    const answered = ask('api/fleet', asked, signal);
    answered.then(() => { problem.hidden = true; }, (fault) => {
      if (fault.name === 'AbortError') return;
      problem.textContent = explain(fault);
      problem.hidden = false;
    });
    await fill(all, answered, (answer) => {
      show(answer, Math.round(performance.now() - began));
      if (!started && slot === undefined && !window.matchMedia('(prefers-reduced-motion: reduce)').matches) dial.start();
      started = true;
    });
  }

  function show(answer, ms) {
    const chosen = answer.chosen ?? {};
    const load = rowsOf(answer.tables.load);
    const names = namesOf(chosen);
    const unit = `${answer.currency ?? ''}/kWh`;
    form.set(chosen);
    shown = { load, bins: rowsOf(answer.tables.soc_histogram), unit };
    if (!started) dial.slot = first ?? busiest(load);
    dial.set(load.length, (slot) => clock(load[slot].time));
    const labels = { uncontrolled: names.uncontrolled_kw, controlled: names.controlled_kw, compare: names.compare_kw };
    const extra = { names, labels, clock: dial, unit, reasons: answer.reasons };
    showTiles(tiles, tilesOf(answer, names));
    const told = { load: t('fleet.computed', { ms: number(ms), vehicles: number(chosen.vehicles) }) };
    for (const [name, figure] of Object.entries(figures)) figure.show(answer, { extra, note: told[name] });
    tick(dial.slot);
  }

  return {
    element,
    title,
    update,
    dispose: () => {
      dial.stop();
      shown = null;
      all.forEach((figure) => figure.dispose());
    },
  };
}

/** The slot in which uncontrolled charging draws most: there is most to see. */
function busiest(load) {
  return load.reduce((most, row, slot) => (row.uncontrolled_kw > load[most].uncontrolled_kw ? slot : most), 0);
}

/** Every choice with what it may be; what the server says was used is what the form shows. */
function formOf(fleet) {
  const change = (name, value) => choose({ [name]: value, slot: '' });
  const options = (kind, codes) => codes.map((code) => [code, knows(`${kind}.${code}`) ? word(kind, code) : code]);
  const limits = (name, step) => ({ ...fleet.limits[name], step });
  const fields = {
    strategy: select(t('fleet.strategy'), 'strategy', options('strategy', fleet.strategies), change),
    compare: select(t('fleet.compare'), 'compare', options('strategy', fleet.strategies), change),
    vehicles: range(t('fleet.vehicles'), 'vehicles', limits('vehicles', 10), change),
    mix: select(t('fleet.mix'), 'mix', options('mix', fleet.mixes ?? []), change),
    profile: select(t('fleet.profile'), 'profile', options('profile', fleet.profiles), change),
    tariff: select(t('fleet.tariff_name'), 'tariff', fleet.tariffs.map((tariff) => [tariff.name ?? tariff, tariff.currency ? `${tariff.name} (${tariff.currency})` : tariff.name ?? tariff]), change),
    grid: select(t('fleet.grid'), 'grid', options('grid', fleet.grids), change),
    site_kw: range(t('fleet.site_kw'), 'site_kw', { ...limits('site_kw', 50), unit: 'kW' }, change),
    solar_kw: range(t('fleet.solar_kw'), 'solar_kw', { ...limits('solar_kw', 50), unit: 'kW' }, change),
    v2g: range(t('fleet.v2g_share'), 'v2g', limits('v2g', 0.05), change),
    seed: range(t('fleet.seed'), 'seed', limits('seed', 1), change),
  };
  const element = h('form.card.panel', { 'aria-label': t('fleet.choices'), on: { submit: (event) => event.preventDefault() } }, Object.values(fields).map((field) => field.element));
  if (recordedAt()) element.querySelectorAll('input, select').forEach((input) => { input.disabled = true; });
  return {
    element,
    set: (values) => Object.entries({ ...fleet.defaults, ...values }).forEach(([name, value]) => fields[name]?.set(String(value))),
  };
}

/** How the lines are called: by the strategies that were chosen. */
function namesOf(chosen) {
  return {
    base_kw: t('series.base'),
    uncontrolled_kw: t('series.uncontrolled'),
    controlled_kw: word('strategy', chosen.strategy ?? 'controlled'),
    compare_kw: word('strategy', chosen.compare ?? 'compare'),
    solar_kw: t('series.solar'),
    limit_kw: t('series.limit'),
  };
}

/** Bands repeat each day: their clock is enough. */
function atClock(value) {
  return clock(value);
}

function withUnit(value, row) {
  return value === null || value === undefined ? '–' : quantity(value, row.unit);
}

/** The strategy's own figure large, the others below it. */
function tilesOf(answer, names) {
  const rows = rowsOf(answer.tables.kpis);
  const chosen = HEADLINES.map((code) => rows.find((row) => row.kpi === code)).filter(Boolean);
  return (chosen.length >= 4 ? chosen : rows.slice(0, 8)).map((row) => ({
    key: row.kpi,
    label: word('fleet_kpi', row.kpi),
    value: row.unit === 'share' ? share(row.controlled) : number(row.controlled),
    unit: row.unit === 'share' || row.controlled === null ? '' : row.unit,
    of: [`${t('series.uncontrolled')} ${withUnit(row.uncontrolled, row)}`, `${names.compare_kw} ${withUnit(row.compare, row)}`],
    tone: row.kpi === 'saving_share' && row.controlled > 0 ? 'good' : LESS_IS_BETTER.includes(row.kpi) && row.controlled > row.uncontrolled ? 'bad' : undefined,
  }));
}

function nowLines({ load, unit }, counts, slot) {
  const row = load[slot];
  const item = (label, value) => h('span', {}, `${label} `, h('b', {}, value));
  return [
    item(t('series.net'), quantity(row.controlled_kw, 'kW')),
    item(t('column.price'), `${number(row.price)} ${unit}`),
    ...['charge', 'discharge', 'idle'].map((state) => item(word('state', state), number(counts[state]))),
  ];
}

