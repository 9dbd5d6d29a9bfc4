/** What all charts have in common: axes, legends, tooltips in one style, motion only for those who want it. */
import { h } from './dom.js';
import { number, share } from './format.js';

/** Told, as it is guessed too small with some fonts. */
export const LINE_HEIGHT = 15;

const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** The frame of a chart; what a chart adds or alters comes with it. */
export function chartBase(colours, option) {
  return {
    animation: !still.matches,
    animationDuration: 250,
    animationDurationUpdate: 200,
    textStyle: { fontFamily: colours.font, color: colours.ink },
    color: colours.series,
    ...option,
    grid: option.grid ?? { left: 8, right: 16, top: option.legend ? 62 : 32, bottom: 8, containLabel: true },
  };
}

export function categoryAxis(colours, data, option = {}) {
  return {
    type: 'category',
    data,
    axisLine: { lineStyle: { color: colours.strongLine } },
    axisTick: { show: false },
    nameTextStyle: { color: colours.muted },
    ...option,
    axisLabel: { color: colours.muted, hideOverlap: true, lineHeight: LINE_HEIGHT, ...option.axisLabel },
  };
}

/** Clock times, labelled at whole hours only. */
export function clockAxis(colours, times, option = {}) {
  const everyHours = times.length > 60 ? 4 : 2;
  return categoryAxis(colours, times, { boundaryGap: false, ...option, axisLabel: { interval: (i) => times[i].endsWith(':00') && Number(times[i].slice(0, 2)) % everyHours === 0, ...option.axisLabel } });
}

/** The unit stands above the axis. */
export function valueAxis(colours, name, option = {}) {
  return {
    type: 'value',
    name,
    nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -18] },
    nameGap: 12,
    splitLine: { lineStyle: { color: colours.line } },
    splitNumber: 4,
    ...option,
    axisLabel: { color: colours.muted, hideOverlap: true, formatter: (value) => number(value), ...option.axisLabel },
  };
}

export function legend(colours, option = {}) {
  return {
    top: 0,
    right: 0,
    left: 0,
    align: 'left',
    itemWidth: 14,
    itemHeight: 9,
    itemGap: 12,
    textStyle: { color: colours.muted, padding: [0, 0, 0, 2] },
    inactiveColor: colours.line,
    ...option,
  };
}

/** Shares as percentages, of what the name says. */
export function shareAxis(colours, name, option = {}) {
  return valueAxis(colours, name, { min: 0, ...(option.max === 1 ? { interval: 0.25 } : {}), ...option, axisLabel: { formatter: (value) => share(value, 0), ...option.axisLabel } });
}

/** A tooltip of a title and lines of name and value, made of elements; words(params) gives [title, [[name, value], ...]]. */
export function tooltip(colours, trigger, words) {
  return {
    trigger,
    confine: true,
    transitionDuration: 0,
    backgroundColor: colours.surface,
    borderColor: colours.line,
    textStyle: { color: colours.ink },
    axisPointer: { type: 'line', lineStyle: { color: colours.strongLine }, label: { show: false } },
    formatter: (params) => tip(...words(params)),
  };
}

export function tip(title, lines) {
  const rows = lines.map(([name, value]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, value)));
  return h('div.tip', {}, h('strong', {}, title), h('table', {}, h('tbody', {}, rows)));
}

export function line(name, data, colour, option = {}) {
  return { type: 'line', name, data, showSymbol: false, symbolSize: 6, color: colour, lineStyle: { width: 2, color: colour }, itemStyle: { color: colour }, emphasis: { disabled: true }, ...option };
}

export function bars(name, data, colour, option = {}) {
  return { type: 'bar', name, data, itemStyle: { color: colour, borderRadius: 2 }, barMaxWidth: 28, emphasis: { disabled: true }, ...option };
}
