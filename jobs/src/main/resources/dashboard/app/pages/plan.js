/** What each vehicle does in the slot that the clock shows: filtered, sorted, a page at a time. */
import { searchField, segments } from '../controls.js';
import { h } from '../dom.js';
import { number } from '../format.js';
import { t, word } from '../text.js';

const PAGE = 15;
const LETTERS = { c: 'charge', d: 'discharge', i: 'idle', a: 'away' };
const CHIPS = { charge: 'a', discharge: 'b', idle: 'g', away: 'g' };
const COLUMNS = [
  { name: 'vehicle', type: 'text' },
  { name: 'model', type: 'text' },
  { name: 'battery_kwh', unit: 'kWh' },
  { name: 'state', type: 'text' },
  { name: 'power_kw', unit: 'kW' },
  { name: 'soc', unit: '%' },
  { name: 'reason', type: 'text' },
];

export function stateAt(row, slot) {
  const state = row.state[slot];
  return LETTERS[state] ?? state;
}

export class Plan {
  #rows = [];
  #reasons = [];
  #slot = 0;
  #state = '';
  #text = '';
  #sort = { name: 'vehicle', sign: 1 };
  #page = 0;
  #parts;

  constructor() {
    const states = segments(t('column.state'), 'plan_state', [['', t('all')], ...['charge', 'discharge', 'idle', 'away'].map((state) => [state, word('state', state)])], (name, value) => this.#filter({ state: value }));
    states.set('');
    const search = searchField(t('plan.search'), 'plan_search', (name, value) => this.#filter({ text: value.trim().toLowerCase() }));
    const heads = COLUMNS.map((column) => this.#heading(column));
    const body = h('tbody');
    const table = h('table', {}, h('caption.visually-hidden', {}, t('fleet.v2g')), h('thead', {}, h('tr', {}, heads)), body);
    const pager = h('div.pager');
    this.#parts = { heads, body, pager };
    this.filters = [states.element, search.element];
    this.element = h('div.canvas', {}, h('div.scroller', { tabindex: '0', role: 'region', 'aria-label': t('fleet.v2g') }, table), pager);
  }

  show(rows, extra) {
    this.#rows = rows;
    this.#reasons = extra.reasons ?? [];
    this.#slot = extra.clock.slot;
    this.#render();
  }

  tick(slot) {
    this.#slot = slot;
    if (this.#rows.length && this.element.isConnected) this.#render();
  }

  dispose() {
    this.#rows = [];
  }

  /** How many do what in the slot. */
  counts(slot) {
    const counts = { charge: 0, discharge: 0, idle: 0, away: 0 };
    this.#rows.forEach((row) => { counts[stateAt(row, slot)] += 1; });
    return counts;
  }

  #filter({ state = this.#state, text = this.#text }) {
    this.#state = state;
    this.#text = text;
    this.#page = 0;
    this.#render();
  }

  #heading(column) {
    const sort = () => {
      this.#sort = { name: column.name, sign: this.#sort.name === column.name ? -this.#sort.sign : column.type === 'text' ? 1 : -1 };
      this.#page = 0;
      this.#render();
    };
    return h(column.type === 'text' ? 'th' : 'th.number', { scope: 'col', 'aria-sort': 'none' },
      h('button', { type: 'button', on: { click: sort } }, t(`column.${column.name}`), column.unit ? h('span.unit', {}, ` ${column.unit}`) : null));
  }

  #now(row) {
    const reason = row.reason[this.#slot];
    return {
      vehicle: row.vehicle,
      model: row.model,
      battery_kwh: row.battery_kwh,
      state: stateAt(row, this.#slot),
      power_kw: row.power_kw[this.#slot],
      soc: row.soc[this.#slot],
      reason: typeof reason === 'number' ? this.#reasons[reason] : reason,
    };
  }

  #render() {
    const rows = this.#rows.map((row) => this.#now(row)).filter((row) => this.#keeps(row)).sort((a, b) => this.#compare(a, b));
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    this.#page = Math.min(this.#page, pages - 1);
    COLUMNS.forEach(({ name }, i) => this.#parts.heads[i].setAttribute('aria-sort', this.#sort.name === name ? (this.#sort.sign > 0 ? 'ascending' : 'descending') : 'none'));
    this.#parts.body.replaceChildren(...rows.slice(this.#page * PAGE, (this.#page + 1) * PAGE).map(rowOf));
    if (!rows.length) this.#parts.body.replaceChildren(h('tr', {}, h('td', { colspan: COLUMNS.length }, t('plan.none'))));
    this.#showPager(rows.length, pages);
  }

  #keeps(row) {
    return (!this.#state || row.state === this.#state) && (!this.#text || `${row.vehicle} ${row.model}`.toLowerCase().includes(this.#text));
  }

  #compare(a, b) {
    const { name, sign } = this.#sort;
    if (typeof a[name] === 'number' && typeof b[name] === 'number') return sign * (a[name] - b[name]);
    return sign * String(a[name] ?? '').localeCompare(String(b[name] ?? ''), undefined, { numeric: true });
  }

  #showPager(count, pages) {
    const { pager } = this.#parts;
    if (!pager.childNodes.length) {
      const turn = (by) => () => {
        this.#page += by;
        this.#render();
      };
      pager.append(h('button', { type: 'button', on: { click: turn(-1) } }, t('plan.back')), h('button', { type: 'button', on: { click: turn(1) } }, t('plan.next')), h('span'));
    }
    const [back, next, text] = pager.children;
    back.disabled = this.#page === 0;
    next.disabled = this.#page >= pages - 1;
    text.textContent = t('plan.page', { page: number(this.#page + 1), pages: number(pages), vehicles: number(count) });
  }
}

function rowOf(row) {
  return h('tr', {},
    h('th', { scope: 'row' }, row.vehicle),
    h('td.text', {}, row.model ?? ''),
    h('td.number', {}, number(row.battery_kwh)),
    h('td.text', {}, h(`span.chip.${CHIPS[row.state] ?? 'g'}${row.state === 'away' ? '.hollow' : ''}`, {}, word('state', row.state))),
    h('td.number', {}, row.state === 'away' ? '–' : number(row.power_kw, 1)),
    h('td.number', {}, row.soc === null ? '–' : number(row.soc, 0)),
    h('td.text', {}, row.reason ? word('reason', row.reason) : ''));
}
