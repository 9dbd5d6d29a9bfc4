/** Where all answers come from: the server, or, in an exported file, what was recorded in it. */

/** A fault that the person at the screen can understand; status 0 is a server that does not answer. */
export class AskError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const answers = new Map();
// enough for what one page asks again and again; a plan of many vehicles is some megabytes
const KEPT = 12;

const recorded = readRecorded();

function readRecorded() {
  const element = document.getElementById('recorded');
  return element ? JSON.parse(element.textContent) : null;
}

/** When this file was made; null on a server. */
export function recordedAt() {
  return recorded ? recorded.made_at : null;
}

/** The name of an answer: its path and what is asked, sorted, without what is empty. */
export function keyOf(path, params = {}) {
  const asked = Object.entries(params)
    .filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const query = new URLSearchParams(asked).toString();
  return query ? `${path}?${query}` : path;
}

/** Whether it can be answered at all. */
export function isThere(path, params) {
  return !recorded || keyOf(path, params) in recorded.answers;
}

/** The answer as an object; the very same object as before as long as the server says it did not change. */
export async function ask(path, params = {}, signal = undefined) {
  const key = keyOf(path, params);
  if (recorded) {
    if (key in recorded.answers) return recorded.answers[key];
    throw new AskError(410, 'recorded');
  }
  const response = await answered(key, signal);
  const tag = response.headers.get('ETag');
  const known = answers.get(key);
  if (tag && known && known.tag === tag) return known.answer;
  const answer = await response.json();
  keep(key, { tag, answer });
  return answer;
}

async function answered(key, signal) {
  let response;
  try {
    response = await fetch(key, { signal, headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new AskError(0, 'unreachable');
  }
  if (response.status === 401) {
    window.location.assign('signin');
  }
  if (!response.ok) {
    const body = await response.json().catch(() => ({}));
    throw new AskError(response.status, body.error ?? `${response.status}`);
  }
  return response;
}

function keep(key, entry) {
  answers.delete(key);
  answers.set(key, entry);
  if (answers.size > KEPT) answers.delete(answers.keys().next().value);
}

/** The rows of a table of an answer as objects by column name; none where the table is not there. */
export function rowsOf(table) {
  if (!table) return [];
  const names = table.columns.map((column) => column.name);
  return table.rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
}
