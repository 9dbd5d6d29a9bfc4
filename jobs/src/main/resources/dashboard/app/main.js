/** Starts the page, shows what the address says, and looks for news once a minute. */
import { AskError, ask, recordedAt } from './data.js';
import { announce, h, icon } from './dom.js';
import { time, useZone } from './format.js';
import { explain } from './loading.js';
import { createData } from './pages/data.js';
import { createFleet } from './pages/fleet.js';
import { createNetwork } from './pages/network.js';
import { createOccupancy } from './pages/occupancy.js';
import { createVehicles } from './pages/vehicles.js';
import { address, current, onChange } from './state.js';
import { language, languages, preferredLanguage, rememberLanguage, speak, t } from './text.js';
import { startTheme, switchTheme, themeName } from './theme.js';

const PAGES = { network: createNetwork, occupancy: createOccupancy, vehicles: createVehicles, fleet: createFleet, data: createData };
const REFRESH_MS = 60_000;

const main = document.getElementById('main');
let meta = null;
let open = null;
let asked = null;

async function start() {
  startTheme();
  try {
    const told = ask('api/meta');
    told.catch(() => undefined); // told below, once there are words for it
    await speak(preferredLanguage());
    frame();
    meta = await told;
    useZone(meta.zone);
    await show();
  } catch (fault) {
    failed(fault);
    if (!(fault instanceof AskError)) throw fault;
    return;
  }
  onChange(() => show());
  document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  window.setInterval(refresh, REFRESH_MS);
}

/** The page that the address names, with its choices. */
async function show() {
  const { page, params } = current();
  const name = page in PAGES ? page : 'network';
  const turned = !open || open.name !== name;
  if (turned) turnTo(name);
  asked?.abort();
  asked = new AbortController();
  await open.page.update(params, asked.signal);
  announce(t('shown', { page: t(`page.${name}`) }));
}

function turnTo(name) {
  const first = !open;
  open?.page.dispose();
  open = { name, page: PAGES[name](meta) };
  main.replaceChildren(open.page.element);
  document.title = `${t(`page.${name}`)} · Chargelake`;
  markCurrent(name);
  if (!first) {
    window.scrollTo(0, 0);
    open.page.title.focus({ preventScroll: true });
  }
}

/** News come quietly; while they can't be had, what is there stays. */
async function refresh() {
  if (document.hidden || recordedAt() || !open) return;
  try {
    await open.page.update(current().params, asked.signal);
  } catch (fault) {
    if (!(fault instanceof AskError) && fault.name !== 'AbortError') throw fault;
  }
}

function failed(fault) {
  const again = h('button', { type: 'button', on: { click: () => window.location.reload() } }, t('again'));
  main.replaceChildren(h('p.notice.error', { role: 'alert' }, explain(fault), again));
}

function frame() {
  document.getElementById('skip').textContent = t('skip');
  masthead();
  const origin = recordedAt() ? t('colophon.recorded', { time: time(recordedAt()) }) : t('colophon');
  document.getElementById('colophon').textContent = origin;
}

function masthead() {
  const links = Object.keys(PAGES).map((name) => h('li', {}, h('a', { href: address(name), 'data-page': name }, t(`page.${name}`))));
  const speech = h('select', { 'aria-label': t('language'), on: { change: () => changeLanguage(speech.value) } }, languages.map((code) => h('option', { value: code, lang: code, selected: code === language() }, t(`language.${code}`))));
  const light = h('button.icon', { type: 'button', on: { click: () => { switchTheme(); labelTheme(light); } } });
  labelTheme(light);
  document.getElementById('masthead').replaceChildren(
    h('a.brand', { href: address('network') }, mark(), 'Chargelake'),
    h('nav.pages', { 'aria-label': t('pages') }, h('ul', {}, links)),
    h('div.preferences', {}, speech, light));
}

/** The mark is drawn, not fetched, so that an exported file has it too. */
function mark() {
  const svg = icon('play');
  svg.classList.add('mark');
  svg.firstChild.setAttribute('d', 'M13.5 2 5 13h6l-1.500 9L18 10.500h-6.200zM2 21.500c2-1.300 4-1.300 6 0s4 1.300 6 0 4-1.300 8 0');
  return svg;
}

function labelTheme(button) {
  const next = themeName() === 'dark' ? 'light' : 'dark';
  button.setAttribute('aria-label', t(`theme.${next}`));
  button.title = t(`theme.${next}`);
  button.replaceChildren(icon(next === 'dark' ? 'moon' : 'sun'));
}

function markCurrent(name) {
  document.querySelectorAll('[data-page]').forEach((link) => {
    if (link.dataset.page === name) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else {
      link.removeAttribute('aria-current');
    }
  });
}

async function changeLanguage(name) {
  rememberLanguage(name);
  await speak(name);
  open?.page.dispose();
  open = null;
  frame();
  await show();
  document.querySelector('.preferences select').focus();
}

start();
