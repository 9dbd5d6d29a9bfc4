/** What the fleet page draws. The hand of the clock is a series of its own, so that a step moves nothing else. */
import { clock, number, quantity, share } from '../format.js';
import { LINE_HEIGHT, bars, categoryAxis, chartBase, clockAxis, legend, line, shareAxis, tooltip, valueAxis } from '../parts.js';
import { t, word } from '../text.js';

const RADAR_MOST = 1.5;
const NARROW = 420;
const MIDDLING = 520;

/** The hand at a slot, to be drawn or to patch a chart with. */
export function hand(slot, colours) {
  return {
    id: 'hand',
    type: 'line',
    data: [],
    silent: true,
    markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { ...(colours ? { color: colours.ink } : {}), width: 1.5, type: 'solid' }, data: [{ xAxis: slot }] },
  };
}

/** Stretches of slots of the highest price, where prices come in a few steps. */
function peakBands(rows) {
  const prices = [...new Set(rows.map((row) => row.price))];
  const highest = Math.max(...prices);
  if (prices.length < 2 || prices.length > 6) return [];
  const bands = [];
  rows.forEach((row, slot) => {
    if (row.price !== highest) return;
    if (bands.length && bands.at(-1)[1] === slot - 1) bands.at(-1)[1] = slot;
    else bands.push([slot, slot]);
  });
  return bands;
}

export function drawLoad(rows, colours, { names, clock: now, unit, width }) {
  const times = rows.map((row) => clock(row.time));
  const shown = [['base_kw', 6], ['uncontrolled_kw', 4], ['controlled_kw', 0], ['compare_kw', 1], ['solar_kw', 2]].filter(([name]) => name !== 'solar_kw' || rows.some((row) => row.solar_kw > 0));
  const look = {
    base_kw: { lineStyle: { width: 0 }, areaStyle: { color: colours.series[6], opacity: 0.25 } },
    uncontrolled_kw: { lineStyle: { width: 2, color: colours.series[4], type: 'dashed' } },
    controlled_kw: { lineStyle: { width: 2.5, color: colours.series[0] } },
    compare_kw: { lineStyle: { width: 2, color: colours.series[1] } },
    solar_kw: { lineStyle: { width: 1.5, color: colours.series[2], type: 'dotted' } },
  };
  const bands = peakBands(rows);
  return chartBase(colours, {
    legend: legend(colours, { data: shown.map(([name]) => names[name]) }),
    grid: [{ left: 56, right: 16, top: width < NARROW ? 100 : width < 800 ? 78 : 62, bottom: 112 }, { left: 56, right: 16, height: 44, bottom: 26 }],
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: colours.strongLine }, label: { show: false } },
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => {
      const row = rows[dataIndex];
      return [times[dataIndex], [...shown.map(([name]) => [names[name], quantity(row[name], 'kW')]), [names.limit_kw, quantity(row.limit_kw, 'kW')], [t('column.price'), `${number(row.price)} ${unit}`]]];
    }),
    xAxis: [clockAxis(colours, times, { axisLabel: { show: false } }), clockAxis(colours, times, { gridIndex: 1 })],
    yAxis: [valueAxis(colours, t('fleet.axis.load'), { nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -40] } }), valueAxis(colours, t('fleet.axis.price', { unit }), { gridIndex: 1, splitNumber: 1, nameGap: 14, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -40] }, splitLine: { show: false } })],
    series: [
      ...shown.map(([name, colour]) => line(names[name], rows.map((row) => row[name]), colours.series[colour], { ...look[name], ...(name === 'base_kw' ? {
        markLine: { silent: true, symbol: 'none', lineStyle: { color: colours.bad, type: 'dashed' }, label: { formatter: `${names.limit_kw} ${quantity(rows[0].limit_kw, 'kW')}`, position: 'insideStartTop', color: colours.bad }, data: rows[0].limit_kw === null ? [] : [{ yAxis: rows[0].limit_kw }] },
        markArea: { silent: true, itemStyle: { color: colours.series[4], opacity: 0.1 }, label: { color: colours.muted, position: 'insideTop' }, data: bands.map(([from, to]) => [{ xAxis: from, name: t('fleet.peak_price') }, { xAxis: Math.min(to + 1, rows.length - 1) }]) },
      } : {}) })),
      line(t('column.price'), rows.map((row) => row.price), colours.series[4], { xAxisIndex: 1, yAxisIndex: 1, step: 'end', lineStyle: { width: 1.5, color: colours.series[4] }, areaStyle: { opacity: 0.15 } }),
      hand(now.slot, colours),
    ],
  });
}

export function drawSoc(rows, colours, { clock: now }) {
  const times = rows.map((row) => clock(row.time));
  return chartBase(colours, {
    legend: legend(colours, { data: [t('fleet.soc.median'), t('fleet.soc.band')] }),
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => [times[dataIndex], [[t('fleet.soc.median'), share(rows[dataIndex].p50, 0)], [t('fleet.soc.band'), `${share(rows[dataIndex].p10, 0)}–${share(rows[dataIndex].p90, 0)}`]]]),
    xAxis: clockAxis(colours, times),
    yAxis: shareAxis(colours, t('fleet.axis.soc'), { max: 1 }),
    series: [
      line(t('fleet.soc.median'), rows.map((row) => row.p50), colours.series[0]),
      line('p10', rows.map((row) => row.p10), colours.series[0], { stack: 'band', lineStyle: { opacity: 0 }, silent: true }),
      line(t('fleet.soc.band'), rows.map((row) => (row.p90 === null ? null : row.p90 - row.p10)), colours.series[0], { stack: 'band', lineStyle: { opacity: 0 }, areaStyle: { color: colours.series[0], opacity: 0.18 }, silent: true }),
      hand(now.slot, colours),
    ],
  });
}

function binsAt(rows, slot) {
  return rows.filter((row) => row.slot === slot);
}

export function socBars(rows, slot) {
  return { id: 'bins', data: binsAt(rows, slot).map((row) => row.vehicles) };
}

/** Up to the next number that ends an axis well. */
function rounded(value) {
  const size = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 3, 4, 5, 6, 8, 10].find((times) => times * size >= value) * size;
}

export function drawSocHistogram(rows, colours, { clock: now }) {
  const bins = binsAt(rows, rows[0].slot);
  const highest = rounded(Math.max(1, ...rows.map((row) => row.vehicles)));
  return chartBase(colours, {
    grid: { left: 8, right: 12, top: 30, bottom: 24, containLabel: true },
    tooltip: tooltip(colours, 'axis', ([{ dataIndex, value }]) => [`${share(bins[dataIndex].bin_from, 0)}–${share(bins[dataIndex].bin_to, 0)}`, [[t('column.vehicles'), number(value)]]]),
    xAxis: categoryAxis(colours, bins.map((row) => share(row.bin_from, 0)), { name: t('fleet.axis.soc'), nameLocation: 'middle', nameGap: 24 }),
    yAxis: valueAxis(colours, t('column.vehicles'), { max: highest, interval: highest / 4 }),
    series: [{ ...bars(t('column.vehicles'), [], colours.series[0], { barCategoryGap: '8%', barMaxWidth: 60 }), ...socBars(rows, now.slot) }],
  });
}

export function drawChargers(rows, colours, { clock: now }) {
  const times = rows.map((row) => clock(row.time));
  const parts = [['charging', 0], ['giving_back', 1], ['idle', 6]];
  return chartBase(colours, {
    legend: legend(colours),
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => [times[dataIndex], [...parts.map(([name]) => [t(`column.${name}`), number(rows[dataIndex][name])]), ...('away' in rows[dataIndex] ? [[t('column.away'), number(rows[dataIndex].away)]] : [])]]),
    xAxis: clockAxis(colours, times),
    yAxis: valueAxis(colours, t('column.vehicles')),
    series: [...parts.map(([name, colour]) => line(t(`column.${name}`), rows.map((row) => row[name]), colours.series[colour], { stack: 'chargers', step: 'end', lineStyle: { width: 0.5, color: colours.series[colour] }, areaStyle: { color: colours.series[colour], opacity: 0.55 } })), hand(now.slot, colours)],
  });
}

/** Each figure as a part of what its limit allows; the ring at 100 % is the limit. */
export function drawQuality(rows, colours, { names, width }) {
  const series = [...new Set(rows.map((row) => row.series ?? 'controlled'))];
  const indicators = [...new Set(rows.filter((row) => row.share_of_limit !== null).map((row) => row.indicator))];
  const at = (kind, indicator) => rows.find((row) => (row.series ?? 'controlled') === kind && row.indicator === indicator);
  const look = { uncontrolled: [4, 'dashed'], controlled: [0, 'solid'], compare: [1, 'solid'] };
  const shares = (kind) => indicators.map((indicator) => Math.min(RADAR_MOST, at(kind, indicator)?.share_of_limit ?? 0));
  const plotted = (kind) => {
    const [colour, type] = look[kind] ?? look.controlled;
    return { name: names[`${kind}_kw`], value: shares(kind), kind, symbolSize: 4, lineStyle: { color: colours.series[colour], type, width: 2 }, itemStyle: { color: colours.series[colour] }, areaStyle: kind === 'controlled' ? { color: colours.series[colour], opacity: 0.15 } : undefined };
  };
  return chartBase(colours, {
    legend: legend(colours, { bottom: 0, top: 'auto', data: [...series.map((kind) => names[`${kind}_kw`]), t('quality.limit')] }),
    tooltip: tooltip(colours, 'item', ({ data }) => (data.kind
      ? [data.name, indicators.map((indicator) => {
        const row = at(data.kind, indicator);
        return [word('quality', indicator), row ? `${quantity(row.value, row.unit)} (${share(row.share_of_limit, 0)})` : t('unknown')];
      })]
      : [t('quality.limit'), indicators.map((indicator) => [word('quality', indicator), quantity(rows.find((row) => row.indicator === indicator).limit, rows.find((row) => row.indicator === indicator).unit)])])),
    radar: {
      center: ['50%', '47%'],
      radius: width < NARROW ? '38%' : width < MIDDLING ? '50%' : '60%',
      splitNumber: 3,
      indicator: indicators.map((indicator) => ({ name: word('quality', indicator), max: RADAR_MOST })),
      axisName: { color: colours.muted, fontSize: width < NARROW ? 10 : 11, lineHeight: LINE_HEIGHT, formatter: (name) => wrapped(name) },
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { lineStyle: { color: colours.line } },
      splitArea: { show: false },
    },
    series: [{ type: 'radar', data: [{ name: t('quality.limit'), value: indicators.map(() => 1), symbol: 'none', lineStyle: { color: colours.bad, type: 'dotted', width: 2 }, itemStyle: { color: colours.bad } }, ...series.map(plotted)] }],
  });
}

/** Two lines where a name is long. */
function wrapped(name) {
  const middle = name.indexOf(' ', Math.floor(name.length / 3));
  return name.length > 14 && middle > 0 ? `${name.slice(0, middle)}\n${name.slice(middle + 1)}` : name;
}
