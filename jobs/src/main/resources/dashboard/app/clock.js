/** A clock that steps through the slots of a day, by itself or by hand. */
import { h, icon } from './dom.js';
import { t } from './text.js';

const STEP_MS = 2000;

export class Clock {
  slot = 0;
  #slots = 96;
  #timer = null;
  #label = () => '';
  #onTick;
  #onHand;
  #parts;

  /** onTick(slot) at each step; onHand(slot) when someone sets it. */
  constructor(onTick, onHand) {
    this.#onTick = onTick;
    this.#onHand = onHand;
    const play = h('button.icon', { type: 'button', on: { click: () => (this.#timer ? this.#stopByHand() : this.start()) } });
    const slider = h('input', { type: 'range', min: 0, max: 95, step: 1, 'aria-label': t('clock.time'), on: { input: () => this.#byHand(Number(slider.value)) } });
    const time = h('output.time', { 'aria-hidden': 'true' });
    this.now = h('div.now');
    this.#parts = { play, slider, time };
    this.element = h('section.card.clock', { 'aria-label': t('clock') }, play, time, slider, this.now);
    this.#showButton();
  }

  /** label(slot) says the time of a slot. */
  set(slots, label) {
    this.#slots = slots;
    this.#label = label;
    this.#parts.slider.max = slots - 1;
    this.go(Math.min(this.slot, slots - 1));
  }

  go(slot) {
    this.slot = slot;
    const text = this.#label(slot);
    this.#parts.slider.value = slot;
    this.#parts.slider.setAttribute('aria-valuetext', text);
    this.#parts.time.textContent = text;
    this.#onTick(slot);
  }

  start() {
    this.stop();
    this.#timer = window.setInterval(() => {
      if (!document.hidden) this.go((this.slot + 1) % this.#slots);
    }, STEP_MS);
    this.#showButton();
  }

  stop() {
    window.clearInterval(this.#timer);
    this.#timer = null;
    this.#showButton();
  }

  #stopByHand() {
    this.stop();
    this.#onHand(this.slot);
  }

  #byHand(slot) {
    this.stop();
    this.go(slot);
    this.#onHand(slot);
  }

  #showButton() {
    const { play } = this.#parts;
    const key = this.#timer ? 'clock.pause' : 'clock.play';
    play.setAttribute('aria-label', t(key));
    play.title = t(key);
    play.replaceChildren(icon(this.#timer ? 'pause' : 'play'));
  }
}
