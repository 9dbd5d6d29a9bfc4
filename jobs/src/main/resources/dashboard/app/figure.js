/** Every figure of the page: a title, what is drawn, the same as a table, as CSV and as PNG, and where it comes from. */
import { rowsOf } from './data.js';
import { announce, h, icon, uniqueId } from './dom.js';
import { share, time } from './format.js';
import { csv, framed, saveBlob, saveText } from './save.js';
import { Table } from './table.js';
import { t } from './text.js';

const LOW = 0.8;
const HIGH = 0.95;
const MANY = 6;

export class Figure {
  #spec;
  #content;
  #table = null;
  #asTable = false;
  #answer = null;
  #stage;
  #parts;

  /**
   * spec: name (of the table in the answer, also that of files), title and note (keys of texts), content (Chart, Table, ...), size (class), height,
   * flow (as high as its content), sources (tables it is made of, where not all of the answer's), empty (text for no rows), aside (elements below the title), alternative (options of the table view).
   */
  constructor(spec) {
    this.#spec = spec;
    this.#content = spec.content;
    const heading = uniqueId('figure');
    this.#stage = h(spec.flow ? 'div.stage.flow' : 'div.stage', {}, h('div.skeleton'));
    if (spec.height) this.setHeight(spec.height);
    this.#parts = {
      title: h('h2', { id: heading }, t(spec.title)),
      note: h('p.note', {}, spec.note ? t(spec.note) : ''),
      observed: h('span.observed', { hidden: true }),
      tools: h('div.tools', { role: 'group', 'aria-label': t('figure.tools', { title: t(spec.title) }) }),
      provenance: h('details.provenance', { hidden: true }),
    };
    const { title, note, observed, tools, provenance } = this.#parts;
    this.element = h(`section.card.figure.${spec.size ?? 'full'}`, { 'aria-labelledby': heading, 'aria-busy': 'true', 'data-figure': spec.name },
      h('header', {}, h('div.words', {}, title, note), observed),
      spec.aside ? h('div.aside', {}, spec.aside) : null,
      this.#stage,
      h('footer', {}, provenance, tools));
  }

  /** Shows a table of an answer; note and observed may go with it, extra is handed to the content. */
  show(answer, { note, observed, extra = {}, table = answer.tables[this.#spec.name], summary } = {}) {
    this.#answer = { answer, table, extra };
    this.element.setAttribute('aria-busy', 'false');
    if (note !== undefined) this.#parts.note.textContent = note;
    this.#showObserved(observed);
    if (!table || table.rows.length === 0) {
      this.#none(answer);
      return;
    }
    this.#content.describe?.(summary ?? `${t(this.#spec.title)}. ${this.#parts.note.textContent}`);
    this.#place();
    this.#content.show(rowsOf(table), { ...extra, table });
    this.#table?.show(rowsOf(table), { ...extra, table });
    this.#showTools();
    this.#showProvenance();
  }

  /** The room for the drawing, as a length of CSS. */
  setHeight(height) {
    this.#stage.style.setProperty('--stage', height);
  }

  wait() {
    this.element.setAttribute('aria-busy', 'true');
  }

  fail(message) {
    this.element.setAttribute('aria-busy', 'false');
    this.#stage.replaceChildren(state('error', t('state.failed'), message));
    this.#quiet();
  }

  dispose() {
    this.#content.dispose?.();
    this.#table?.dispose();
  }

  #none(answer) {
    const needed = this.#spec.sources ?? [];
    const lacking = (answer.missing ?? []).find((missing) => needed.includes(missing.table)) ?? null;
    const how = lacking ? [t('state.run'), ' ', h('code', {}, `./chargelake ${lacking.job}`)] : t(this.#spec.empty ?? 'state.nothing');
    this.#stage.replaceChildren(state('empty', t(lacking ? 'state.missing' : 'state.empty'), how));
    this.#quiet();
  }

  #quiet() {
    this.#parts.tools.replaceChildren();
    this.#parts.provenance.hidden = true;
  }

  #place() {
    const view = this.#asTable ? this.#alternative() : this.#content;
    if (this.#stage.firstChild !== view.element || this.#stage.childNodes.length > 1) this.#stage.replaceChildren(view.element);
  }

  #alternative() {
    this.#table ??= new Table({ ...this.#spec.alternative, caption: t(this.#spec.title) });
    return this.#table;
  }

  #showTools() {
    if (this.#parts.tools.childNodes.length) return;
    const drawn = Boolean(this.#content.image);
    const tool = (key, action, attributes = {}) => h('button.plain', { type: 'button', title: t(`${key}.title`), ...attributes, on: { click: action } }, t(key));
    this.#parts.tools.replaceChildren(...[
      drawn || this.#spec.alternative ? tool('figure.table', (event) => this.#toggle(event.currentTarget), { 'aria-pressed': String(this.#asTable) }) : null,
      tool('figure.csv', () => this.#saveCsv()),
      drawn ? tool('figure.png', () => this.#savePng()) : null,
    ].filter(Boolean));
  }

  #toggle(button) {
    this.#asTable = !this.#asTable;
    button.setAttribute('aria-pressed', String(this.#asTable));
    const { table, extra } = this.#answer;
    this.#place();
    if (this.#asTable) this.#table.show(rowsOf(table), { ...extra, table });
  }

  #saveCsv() {
    saveText(`${this.#file()}.csv`, csv(this.#answer.table), 'text/csv');
    announce(t('figure.saved', { file: `${this.#file()}.csv` }));
  }

  async #savePng() {
    const wasTable = this.#asTable;
    this.#asTable = false;
    this.#place();
    const image = await this.#content.image();
    this.#asTable = wasTable;
    this.#place();
    saveBlob(`${this.#file()}.png`, await framed(image, { title: t(this.#spec.title), note: this.#parts.note.textContent, origin: this.#origin() }));
    announce(t('figure.saved', { file: `${this.#file()}.png` }));
  }

  #file() {
    return `chargelake-${this.#spec.name.replaceAll('_', '-')}`;
  }

  #showObserved(value) {
    const { observed } = this.#parts;
    observed.hidden = value === undefined || value === null;
    if (observed.hidden) return;
    const label = t('observed', { share: share(value) });
    observed.title = t('observed.title');
    observed.replaceChildren(label, h('meter', { min: 0, max: 1, low: LOW, high: HIGH, optimum: 1, value, 'aria-label': label }));
  }

  #sources() {
    const { answer } = this.#answer;
    const wanted = this.#spec.sources;
    return (answer.sources ?? []).filter((source) => !wanted || wanted.includes(source.table));
  }

  #origin() {
    const tables = this.#sources().map((source) => t('figure.source', { table: source.table, version: source.version, time: time(source.as_of) }));
    return tables.length ? tables.join(' · ') : this.#unversioned();
  }

  #summary(sources) {
    if (!sources.length) return this.#unversioned();
    return sources.length > MANY ? t('figure.from_many', { tables: sources.length }) : t('figure.from', { tables: sources.map((source) => source.table).join(', ') });
  }

  /** What has no version: the records of runs, and what is computed as it is asked for. */
  #unversioned() {
    const { sources } = this.#spec;
    return sources ? t('figure.from', { tables: sources.join(', ') }) : t('figure.computed');
  }

  #showProvenance() {
    const formula = this.#answer.answer.formula?.[this.#spec.name];
    const sources = this.#sources();
    const { provenance } = this.#parts;
    const open = provenance.open;
    provenance.replaceChildren(
      h('summary', {}, this.#summary(sources)),
      h('dl', {},
        sources.flatMap((source) => [h('dt', {}, source.table), h('dd', {}, t('figure.version', { version: source.version, time: time(source.as_of) }))]),
        formula ? [h('dt', {}, t('figure.formula')), h('dd', {}, h('code', {}, formula))] : []));
    provenance.open = open;
    provenance.hidden = false;
  }
}

/** A calm sentence where a drawing would be. */
export function state(kind, title, detail) {
  return h(`div.state.${kind}`, { role: kind === 'error' ? 'alert' : null }, icon(kind), h('strong', {}, title), h('p', {}, detail));
}
