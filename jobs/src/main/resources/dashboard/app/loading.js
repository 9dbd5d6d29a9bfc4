/** Answers on their way into figures: while they come, when they are there, when they are not. */
import { AskError } from './data.js';
import { t } from './text.js';

const shown = new WeakMap();

/** Asks and shows; an answer that is shown already is left alone. variant tells apart what is shown of the same answer. */
export async function fill(figures, asked, show, variant = '') {
  figures.forEach((figure) => figure.wait());
  try {
    const answer = await asked;
    const before = shown.get(figures[0]);
    if (before && before.answer === answer && before.variant === variant) {
      figures.forEach((figure) => figure.element.setAttribute('aria-busy', 'false'));
      return;
    }
    show(answer);
    shown.set(figures[0], { answer, variant });
  } catch (fault) {
    if (fault.name === 'AbortError') return;
    shown.delete(figures[0]);
    figures.forEach((figure) => figure.fail(explain(fault)));
    if (!(fault instanceof AskError)) throw fault;
  }
}

/** Why there is nothing, in a sentence. */
export function explain(fault) {
  if (!(fault instanceof AskError)) return t('error.page');
  if (fault.status === 0) return t('error.unreachable');
  if (fault.status === 410) return t('error.recorded');
  if (fault.status === 429) return t('error.busy');
  return fault.message;
}
