/** Light or dark: as the system has it until someone chooses. Charts take their colours from the style sheet. */
import { remember, remembered } from './text.js';

const STORED = 'chargelake.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set();

export function isDark() {
  return (remembered(STORED) ?? (system.matches ? 'dark' : 'light')) === 'dark';
}

let dark = isDark();

export function themeName() {
  return dark ? 'dark' : 'light';
}

export function startTheme() {
  apply();
  system.addEventListener('change', () => {
    dark = isDark();
    apply();
  });
}

export function switchTheme() {
  dark = !dark;
  remember(STORED, themeName());
  apply();
}

function apply() {
  document.documentElement.dataset.theme = themeName();
  listeners.forEach((listener) => listener());
}

/** Calls back after each change; what is returned ends that. */
export function onTheme(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function palette() {
  const style = window.getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'),
    muted: colour('muted'),
    line: colour('line'),
    strongLine: colour('line-strong'),
    surface: colour('surface'),
    raised: colour('raised'),
    accent: colour('accent'),
    bad: colour('bad'),
    land: colour('land'),
    border: colour('border'),
    series: [1, 2, 3, 4, 5, 6, 7].map((i) => colour(`series-${i}`)),
    sequence: [0, 1, 2, 3, 4].map((i) => colour(`seq-${i}`)),
    font: window.getComputedStyle(document.body).fontFamily,
  };
}
