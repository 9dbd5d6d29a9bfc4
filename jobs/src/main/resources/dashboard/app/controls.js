/** Fields that choose: each tells its name and value, and says so when it changes. */
import { h, uniqueId } from './dom.js';

function field(label, control) {
  control.id = uniqueId('field');
  return h('div.field', {}, h('label', { for: control.id }, label), control);
}

/** options are [value, text]; the empty value stands for all. */
export function select(label, name, options, onChange) {
  const control = h('select', { name, on: { change: () => onChange(name, control.value) } });
  const fill = (list) => control.replaceChildren(...list.map(([value, text]) => h('option', { value }, text)));
  fill(options);
  return {
    element: field(label, control),
    fill,
    set: (value) => {
      control.value = value ?? '';
      if (control.selectedIndex < 0) {
        control.append(h('option', { value }, value));
        control.value = value;
      }
    },
  };
}

export function dateField(label, name, { min, max }, onChange) {
  const control = h('input', { type: 'date', name, min, max, on: { change: () => onChange(name, control.value) } });
  return { element: field(label, control), set: (value) => { control.value = value ?? ''; } };
}

/** A slider and a number for the same value. */
export function range(label, name, { min, max, step, unit }, onChange) {
  const id = uniqueId('range');
  const tell = (value) => onChange(name, clamp(value, min, max));
  const slider = h('input', { type: 'range', min, max, step, 'aria-labelledby': id, on: { input: () => { exact.value = slider.value; }, change: () => tell(slider.value) } });
  const exact = h('input', { type: 'number', name, min, max, step: 'any', inputmode: 'decimal', 'aria-labelledby': id, on: { change: () => tell(exact.value) } });
  return {
    element: h('div.field', {}, h('span', { id }, unit ? `${label} (${unit})` : label), h('div.pair', {}, slider, exact)),
    set: (value) => {
      slider.value = value;
      exact.value = value;
    },
  };
}

function clamp(text, min, max) {
  const value = Number.parseFloat(text);
  return String(Math.min(max, Math.max(min, Number.isNaN(value) ? min : value)));
}

/** A few choices side by side, one of them made. */
export function segments(label, name, options, onChange) {
  const group = uniqueId(name);
  const inputs = options.map(([value]) => h('input', { type: 'radio', name: group, value, on: { change: () => onChange(name, value) } }));
  const element = h('div.segments', { role: 'radiogroup', 'aria-label': label }, options.map(([, text], i) => h('label', {}, inputs[i], text)));
  return { element, set: (value) => inputs.forEach((input) => { input.checked = input.value === value; }) };
}

export function searchField(label, name, onChange) {
  const control = h('input', { type: 'search', name, autocomplete: 'off', on: { input: () => onChange(name, control.value) } });
  return { element: field(label, control), set: (value) => { control.value = value ?? ''; } };
}
