/** What is expected, how sure it is, and how good such forecasts were. */
import { clock, number, quantity, share, shortDay, time } from '../format.js';
import { bars, categoryAxis, chartBase, legend, line, tooltip, valueAxis } from '../parts.js';
import { t } from '../text.js';

const MODELS = ['last_observation', 'same_hour_yesterday', 'same_hour_last_week', 'mean_profile'];

/** The band holds eight of ten hours; dots are what came. */
export function drawForecast(rows, colours) {
  const known = rows.some((row) => row.truth !== null && row.truth !== undefined);
  return chartBase(colours, {
    legend: legend(colours, { data: [t('forecast.value'), t('forecast.band'), ...(known ? [t('forecast.truth')] : [])] }),
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => {
      const row = rows[dataIndex];
      const expected = row.value === null ? [] : [[t('forecast.value'), number(row.value, 1)], [t('forecast.band'), `${number(row.p10, 1)}–${number(row.p90, 1)}`], [t('column.horizon_h'), quantity(row.horizon_h, 'h')]];
      return [time(row.hour), [...expected, ...(known ? [[t('forecast.truth'), number(row.truth, 1)]] : [])]];
    }),
    xAxis: categoryAxis(colours, rows.map((row) => `${clock(row.hour)}\n${shortDay(row.hour)}`), { boundaryGap: false, axisLabel: { interval: (i) => Number(clock(rows[i].hour).slice(0, 2)) % 6 === 0 } }),
    yAxis: valueAxis(colours, t('forecast.unit', { devices: number(rows.find((row) => row.devices !== null)?.devices) }), { min: 0 }),
    series: [
      line(t('forecast.value'), rows.map((row) => row.value), colours.series[0]),
      line('p10', rows.map((row) => row.p10), colours.series[0], { stack: 'band', lineStyle: { opacity: 0 }, tooltip: { show: false }, silent: true }),
      line(t('forecast.band'), rows.map((row) => (row.p90 === null ? null : row.p90 - row.p10)), colours.series[0], { stack: 'band', lineStyle: { opacity: 0 }, areaStyle: { color: colours.series[0], opacity: 0.18 }, silent: true }),
      ...(known ? [{ type: 'scatter', name: t('forecast.truth'), data: rows.map((row) => row.truth ?? '-'), symbolSize: 5, itemStyle: { color: colours.series[1] } }] : []),
    ],
  });
}

/** Models side by side at each horizon; what needs no model is grey. */
export function drawErrors(rows, colours) {
  const horizons = [...new Set(rows.map((row) => row.horizon_h))].sort((a, b) => a - b);
  const models = [...new Set(rows.map((row) => row.model))].sort((a, b) => MODELS.indexOf(a) - MODELS.indexOf(b));
  const at = (model, horizon) => rows.find((row) => row.model === model && row.horizon_h === horizon);
  const shade = (model) => (MODELS.includes(model) ? colours.series[[6, 4, 3, 2][MODELS.indexOf(model)]] : colours.series[0]);
  return chartBase(colours, {
    grid: { left: 8, right: 16, top: 84, bottom: 8, containLabel: true },
    legend: legend(colours),
    tooltip: tooltip(colours, 'axis', ([{ dataIndex }]) => [t('forecast.ahead', { hours: horizons[dataIndex] }), models.flatMap((model) => {
      const row = at(model, horizons[dataIndex]);
      return row ? [[t(`model.${model}`), `${number(row.mae)}${row.coverage_80 === null ? '' : ` (${share(row.coverage_80)})`}`]] : [];
    })]),
    xAxis: categoryAxis(colours, horizons.map((horizon) => t('forecast.ahead', { hours: horizon }))),
    yAxis: valueAxis(colours, t('column.mae'), { min: 0 }),
    series: models.map((model) => bars(t(`model.${model}`), horizons.map((horizon) => at(model, horizon)?.mae ?? '-'), shade(model), { barMaxWidth: 16 })),
  });
}
