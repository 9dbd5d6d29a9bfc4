/** What is shown is what the address says: '#/occupancy?level=city&key=Bonn'. */

const FIRST = 'network';

export function current() {
  const [page, query] = window.location.hash.replace(/^#\/?/, '').split('?');
  return { page: page || FIRST, params: Object.fromEntries(new URLSearchParams(query ?? '')) };
}

/** The address of a page with choices; what is empty is left out. */
export function address(page, params = {}) {
  const chosen = Object.entries(params).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  const query = new URLSearchParams(chosen).toString();
  return `#/${page}${query ? `?${query}` : ''}`;
}

/** Goes on from here with some choices changed; the way back stays. */
export function choose(changes) {
  const { page, params } = current();
  window.location.hash = address(page, { ...params, ...changes });
}

export function onChange(listener) {
  window.addEventListener('hashchange', listener);
}

/** Writes a choice into the address without telling anybody: it is shown already. */
export function note(changes) {
  const { page, params } = current();
  window.history.replaceState(null, '', address(page, { ...params, ...changes }));
}
