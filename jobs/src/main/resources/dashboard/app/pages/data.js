/** Data: what ran, how fresh the tables are, and whether each row is accounted for. */
import { Chart } from '../chart.js';
import { ask, rowsOf } from '../data.js';
import { h } from '../dom.js';
import { Figure } from '../figure.js';
import { bytes, duration, number, share, time } from '../format.js';
import { fill } from '../loading.js';
import { bars, categoryAxis, chartBase, legend, shareAxis, tooltip } from '../parts.js';
import { Table } from '../table.js';
import { t, word } from '../text.js';
import { showTiles, tilesHost } from '../tiles.js';

const PARTS = ['accepted', 'quarantined', 'deduplicated'];
const CHIPS = { ok: 'c', succeeded: 'c', failed: 'b', fail: 'b', quarantine: 'e', warn: 'g', running: 'a' };

export function createData() {
  const tiles = tilesHost(5);
  const figures = [
    new Figure({ name: 'runs', title: 'data.runs', note: 'data.runs.note', flow: true, content: new Table({ columns: ['job', 'status', 'started', 'seconds', 'read', 'accepted', 'quarantined', 'deduplicated', 'run_id'], cells: { status: chip('status'), seconds: (value) => duration(value) }, wide: [] }), sources: ['_runs'] }),
    new Figure({ name: 'accounting', title: 'data.accounting', note: 'data.accounting.note', size: 'half', height: '22rem', content: new Chart(drawAccounting), sources: ['_runs'], alternative: { cells: { closes: (value) => t(value ? 'data.closes' : 'data.open') } } }),
    new Figure({ name: 'findings', title: 'data.findings', note: 'data.findings.note', size: 'half', flow: true, content: new Table({ cells: { severity: chip('severity') }, columns: ['code', 'severity', 'count', 'job', 'ended'] }), sources: ['_runs'] }),
    new Figure({ name: 'freshness', title: 'data.freshness', note: 'data.freshness.note', size: 'half', flow: true, sources: ['_runs'], content: new Table({ columns: ['table', 'as_of', 'version', 'job', 'layer'], cells: { as_of: (value) => `${time(value)} (${t('data.ago', { age: ago(value) })})` } }) }),
    new Figure({ name: 'versions', title: 'data.versions', note: 'data.versions.note', size: 'half', flow: true, content: new Table({ cells: { bytes: (value) => (value === null ? '–' : bytes(value)) } }) }),
  ];
  const title = h('h1', { tabindex: '-1' }, t('page.data'));
  const element = h('div.whole', {},
    h('div.intro', {}, h('div', {}, title, h('p.lede', {}, t('data.lede')))),
    tiles,
    h('div.board', {}, figures.map((figure) => figure.element)));

  async function update(params, signal) {
    await fill(figures, ask('api/data', {}, signal), (answer) => {
      showTiles(tiles, tilesOf(answer));
      figures.forEach((figure) => figure.show(answer));
    });
  }

  return { element, title, update, dispose: () => figures.forEach((figure) => figure.dispose()) };
}

function chip(kind) {
  return (value) => h(`span.chip.${CHIPS[value] ?? 'g'}`, {}, word(kind, value));
}

/** How long ago, by the clock of who looks. */
function ago(instant) {
  return duration(Math.max(0, (Date.now() - Date.parse(instant)) / 1000));
}

function tilesOf(answer) {
  const runs = rowsOf(answer.tables.runs);
  const accounts = rowsOf(answer.tables.accounting);
  const failed = runs.filter((run) => run.status === 'failed').length;
  const sum = (name) => accounts.reduce((total, row) => total + (row[name] ?? 0), 0);
  const closing = accounts.filter((row) => row.closes).length;
  const tables = rowsOf(answer.tables.versions);
  return [
    { key: 'runs', label: t('data.runs'), value: number(runs.length), of: t('data.failed', { failed: number(failed) }), tone: failed ? 'bad' : undefined },
    { key: 'closes', label: t('data.closing'), value: number(closing), of: t('kpi.of', { numerator: number(closing), denominator: number(accounts.length), noun: t('data.accounts') }), tone: closing < accounts.length ? 'bad' : 'good' },
    { key: 'read', label: t('column.read'), value: number(sum('read')), of: t('data.rows') },
    { key: 'quarantined', label: t('column.quarantined'), value: number(sum('quarantined')), of: t('data.share_of_read', { share: share(sum('read') ? sum('quarantined') / sum('read') : null, 2) }) },
    { key: 'tables', label: t('data.tables'), value: number(tables.length), of: t('data.total_rows', { rows: number(tables.reduce((total, row) => total + (row.rows ?? 0), 0)) }) },
  ];
}

function drawAccounting(all, colours, { width }) {
  const rows = all.filter((row) => row.read > 0);
  return chartBase(colours, {
    legend: legend(colours),
    grid: { left: 8, right: 24, top: width < 420 ? 50 : 32, bottom: 8, containLabel: true },
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => [rows[dataIndex].job, [[t('column.read'), number(rows[dataIndex].read)], ...PARTS.map((name) => [t(`column.${name}`), number(rows[dataIndex][name])]), [t('data.balance'), t(rows[dataIndex].closes ? 'data.closes' : 'data.open')]]]),
    xAxis: shareAxis(colours, '', { max: 1 }),
    yAxis: categoryAxis(colours, rows.map((row) => row.job), { inverse: true }),
    series: PARTS.map((name, i) => bars(t(`column.${name}`), rows.map((row) => (row.read ? (row[name] ?? 0) / row.read : 0)), colours.series[[0, 1, 6][i]], { stack: 'rows', barMaxWidth: 18, itemStyle: { color: colours.series[[0, 1, 6][i]] } })),
  });
}
