/** What is on the screen as a file: rows as CSV, drawings as PNG with title and source. */
import { palette } from './theme.js';

const MARGIN = 32;

/** Rows as RFC 4180 has them; a text that a spreadsheet would take for a formula is led by an apostrophe. */
export function csv(table) {
  const lines = [table.columns.map((column) => column.name), ...table.rows];
  return `${lines.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value) {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? value.join('|') : String(value);
  const safe = typeof value === 'string' && /^[=+@\t\r-]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function saveText(name, text, type) {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

export function saveBlob(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A picture that can stand alone: title above, source below. */
export async function framed(source, { title, note, origin }) {
  const picture = await loaded(source);
  const colours = palette();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width + 2 * MARGIN;
  canvas.height = picture.height + 190;
  const pen = canvas.getContext('2d');
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  write(pen, colours.ink, `600 32px ${colours.font}`, title, 56, canvas.width);
  write(pen, colours.muted, `24px ${colours.font}`, note, 96, canvas.width);
  pen.drawImage(picture, MARGIN, 120);
  write(pen, colours.muted, `20px ${colours.font}`, origin, canvas.height - 28, canvas.width);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function write(pen, colour, font, text, y, width) {
  pen.fillStyle = colour;
  pen.font = font;
  pen.fillText(text ?? '', MARGIN, y, width - 2 * MARGIN);
}

function loaded(source) {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.addEventListener('load', () => resolve(picture));
    picture.addEventListener('error', reject);
    picture.src = source;
  });
}
