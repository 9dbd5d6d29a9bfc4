/** Rows as a table that can be sorted, read aloud and understood without the chart. */
import { h } from './dom.js';
import { cell, missingMark, number } from './format.js';
import { knows, t } from './text.js';

const SHOWN = 200;
const SHORT = 18;

/** Columns whose values are codes, and where their words are. */
const CODES = {
  kpi: 'kpi',
  status: 'status',
  kind: 'anomaly',
  level: 'level',
  flag: 'flag',
  basis: 'basis',
  weight_basis: 'basis',
  need: 'need',
  indicator: 'indicator',
  severity: 'severity',
  state: 'state',
  series: 'series',
  band: 'band',
  model: 'model',
};

export class Table {
  #options;
  #sort = null;
  #table = null;
  #labels = {};
  #all = false;

  /** options: caption, columns (names to show, in order; else all that are no lists), wide (names of long texts), cells (by name: what to show instead). */
  constructor(options = {}) {
    this.#options = options;
    this.element = h('div.canvas');
  }

  show(rows, extra) {
    this.#table = extra.table;
    this.#labels = extra.labels ?? {};
    this.#all = false;
    this.#render();
  }

  describe(text) {
    this.#options.caption = text;
  }

  dispose() {
    this.#table = null;
  }

  #render() {
    const columns = this.#columns();
    const sorted = this.#sorted();
    const rows = this.#all ? sorted : sorted.slice(0, SHOWN);
    const head = h('tr', {}, columns.map((column) => this.#heading(column)));
    const body = rows.map((row) => h('tr', {}, columns.map((column, i) => this.#cell(row, column, i === 0))));
    const table = h('table', {}, h('caption.visually-hidden', {}, this.#options.caption ?? ''), h('thead', {}, head), h('tbody', {}, body));
    const scroller = h('div.scroller', { tabindex: '0', role: 'region', 'aria-label': this.#options.caption ?? t('table') }, table);
    this.element.replaceChildren(scroller, ...this.#rest(sorted.length - rows.length, sorted.length));
  }

  #rest(hidden, all) {
    if (hidden <= 0) return [];
    const show = () => {
      this.#all = true;
      this.#render();
    };
    return [h('p.more', {}, `${t('table.shown', { shown: number(SHOWN), all: number(all) })} `, h('button.link', { type: 'button', on: { click: show } }, t('table.all')))];
  }

  #columns() {
    const indexed = this.#table.columns.map((column, index) => ({ ...column, index }));
    const names = this.#options.columns;
    if (names) return names.map((name) => indexed.find((column) => column.name === name)).filter(Boolean);
    return indexed.filter((column) => column.type !== 'list' && column.name !== 'suppressed');
  }

  #heading(column) {
    const numeric = isNumeric(column);
    const order = this.#sort?.index === column.index ? this.#sort.order : 'none';
    const sort = () => {
      this.#sort = { index: column.index, order: order === 'descending' || (order === 'none' && !numeric) ? 'ascending' : 'descending' };
      this.#render();
      this.element.querySelector(`[data-column="${column.index}"]`)?.focus();
    };
    const unit = this.#options.cells?.[column.name] ? null : unitOf(column);
    return h(numeric ? 'th.number' : 'th', { scope: 'col', 'aria-sort': order },
      h('button', { type: 'button', 'data-column': column.index, on: { click: sort } }, this.#labels[column.name] ?? columnLabel(column.name), unit ? h('span.unit', {}, ` ${unit}`) : null));
  }

  #cell(row, column, first) {
    const own = this.#options.cells?.[column.name];
    const value = row[column.index];
    const content = own ? own(value, this.#record(row)) : this.#plain(value, column, row);
    const kinds = [isNumeric(column) ? '.number' : column.type === 'time' ? '.time' : '.text', this.#options.wide?.includes(column.name) ? '.wide' : ''].join('');
    const short = typeof content === 'string' && content.length <= SHORT ? '.short' : '';
    return first ? h(`th${isNumeric(column) ? '.number' : short}`, { scope: 'row' }, content) : h(`td${kinds}${short}`, {}, content);
  }

  #plain(value, column, row) {
    if (value === null && this.#record(row).suppressed) return h('span.withheld', {}, t('withheld'));
    return coded(column.name, value) ?? (value === '' ? missingMark : cell(value, column));
  }

  #record(row) {
    return Object.fromEntries(this.#table.columns.map((column, i) => [column.name, row[i]]));
  }

  #sorted() {
    if (!this.#sort) return this.#table.rows;
    const { index, order } = this.#sort;
    const sign = order === 'ascending' ? 1 : -1;
    return [...this.#table.rows].sort((a, b) => compare(a[index], b[index], sign));
  }
}

/** What is missing comes last, whichever way. */
function compare(a, b, sign) {
  const missing = (value) => value === null || value === undefined;
  if (missing(a) || missing(b)) return missing(a) - missing(b);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * String(a).localeCompare(String(b), undefined, { numeric: true });
}

/** The word for a code in a column of codes; undefined for all else. */
export function coded(column, value) {
  const kind = CODES[column];
  return kind && typeof value === 'string' && knows(`${kind}.${value}`) ? t(`${kind}.${value}`) : undefined;
}

export function columnLabel(name) {
  return t(`column.${name}`);
}

function isNumeric(column) {
  return column.type === 'number' || column.type === 'share';
}

function unitOf(column) {
  return column.unit && !['s', 'bytes', 'B', 'rows', 'share'].includes(column.unit) && column.type !== 'share' ? column.unit.replaceAll('_', ' ') : null;
}
