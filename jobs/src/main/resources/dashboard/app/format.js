/** Figures as people read them: in their language, with unit, in the zone of the network. */
import { knows, locale, t } from './text.js';

/** Stands where nothing is known. */
export const missingMark = '–';
const formats = new Map();
let zone = 'UTC';

export function useZone(name) {
  zone = name;
}

function formatOf(kind, options) {
  const key = `${locale()} ${kind.name} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new kind(locale(), options));
  return formats.get(key);
}

function isMissing(value) {
  return value === null || value === undefined || Number.isNaN(value);
}

/** About three significant digits, whole numbers whole. */
export function number(value, digits = undefined) {
  if (isMissing(value)) return missingMark;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const places = digits ?? (Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  return formatOf(Intl.NumberFormat, { minimumFractionDigits: Math.min(places, digits ?? 1), maximumFractionDigits: places }).format(value);
}

export function share(value, digits = 1) {
  if (isMissing(value)) return missingMark;
  return formatOf(Intl.NumberFormat, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A value with its unit; seconds, bytes and shares in the form that reads best. */
export function quantity(value, unit) {
  if (isMissing(value)) return missingMark;
  if (unit === 'share') return share(value);
  if (unit === 's') return duration(value);
  if (unit === 'bytes' || unit === 'B') return bytes(value);
  const text = number(value);
  return unit ? `${text} ${unitWord(unit)}` : text;
}

/** Units that are words have one in each language. */
export function unitWord(unit) {
  return knows(`unit.${unit}`) ? t(`unit.${unit}`) : unit.replaceAll('_', ' ');
}

export function duration(seconds) {
  if (isMissing(seconds)) return missingMark;
  if (seconds < 60) return `${number(seconds, seconds < 10 && !Number.isInteger(seconds) ? 1 : 0)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest ? `${number(Math.floor(minutes / 60))} h ${rest} min` : `${number(minutes / 60)} h`;
}

export function bytes(size) {
  const units = [t('unit.B'), t('unit.kB'), t('unit.MB'), t('unit.GB'), t('unit.TB')];
  const step = Math.min(units.length - 1, size < 1 ? 0 : Math.floor(Math.log10(size) / 3));
  return `${number(size / 1000 ** step)} ${units[step]}`;
}

/** A day or an instant; days have no zone, instants are shown in the network's. */
export function time(text) {
  if (!text) return missingMark;
  return isDay(text) ? day(text) : formatOf(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(text));
}

export function day(text) {
  if (!text) return missingMark;
  return formatOf(Intl.DateTimeFormat, { dateStyle: 'medium', timeZone: isDay(text) ? 'UTC' : zone }).format(new Date(text));
}

export function shortDay(text) {
  return formatOf(Intl.DateTimeFormat, { day: 'numeric', month: 'short', timeZone: isDay(text) ? 'UTC' : zone }).format(new Date(text));
}

export function month(text) {
  return formatOf(Intl.DateTimeFormat, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(text));
}

/** The clock of an instant. */
export function clock(text) {
  return formatOf(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(text));
}

/** 1 is Monday, as in the tables. */
export function weekday(number, style = 'short') {
  return formatOf(Intl.DateTimeFormat, { weekday: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, number)));
}

export function place(latitude, longitude) {
  const side = (value, positive, negative) => `${number(Math.abs(value), 2)}° ${t(`compass.${value < 0 ? negative : positive}`)}`;
  return `${side(latitude, 'N', 'S')}, ${side(longitude, 'E', 'W')}`;
}

function isDay(text) {
  return text.length === 10;
}

/** The cell of a table by what its column says it is. */
export function cell(value, column) {
  if (isMissing(value)) return missingMark;
  if (column.type === 'share') return share(value);
  if (column.type === 'time') return time(value);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (Array.isArray(value)) return value.map((item) => cell(item, { type: typeof item === 'number' ? 'number' : 'text' })).join(', ');
  if (typeof value === 'number') return column.unit === 's' || column.unit === 'bytes' ? quantity(value, column.unit) : number(value);
  return String(value);
}
