/** One chart on the page: drawn when it comes into view, anew by theme, and walked through by arrow keys. */
import { announce, h } from './dom.js';
import { charts } from './libraries.js';
import { onTheme, palette } from './theme.js';

const DENSITY = 2;
const OTHER_WIDTH = 60;

/** The content of a figure that draws rows: draw(rows, palette, extra) tells ECharts what; extra.width is the room there is. */
export class Chart {
  #draw;
  #shown = null;
  #instance = null;
  #visible = false;
  #drawn = false;
  #stop;
  #at = -1;
  #onPick;
  #drawnWidth = 0;

  constructor(draw, onPick = undefined) {
    this.#draw = draw;
    this.#onPick = onPick;
    this.element = h('div.canvas', { tabindex: '0', role: 'img', on: { keydown: (event) => this.#walk(event), blur: () => this.#leave() } });
    const size = new ResizeObserver(() => this.#resize());
    const sight = new IntersectionObserver((entries) => {
      this.#visible = entries.some((entry) => entry.isIntersecting);
      if (this.#visible) this.#render();
    }, { rootMargin: '200px' });
    size.observe(this.element);
    sight.observe(this.element);
    const theme = onTheme(() => this.#invalidate());
    this.#stop = () => {
      size.disconnect();
      sight.disconnect();
      theme();
    };
  }

  show(rows, extra) {
    this.#shown = { rows, extra };
    this.#invalidate();
  }

  /** Changes a part of what is drawn, such as the hand of a clock. */
  patch(option) {
    if (this.#instance && this.#visible) this.#instance.setOption(option, { lazyUpdate: true });
  }

  describe(text) {
    this.element.setAttribute('aria-label', text);
  }

  /** The drawing as an image, also when it was never in view. */
  async image() {
    await this.#render(true);
    return this.#instance.getDataURL({ type: 'png', pixelRatio: DENSITY, backgroundColor: palette().surface });
  }

  dispose() {
    this.#stop();
    this.#instance?.dispose();
    this.#instance = null;
    this.#shown = null;
  }

  #resize() {
    if (!this.#instance || !this.element.clientWidth) return;
    this.#instance.resize();
    if (Math.abs(this.element.clientWidth - this.#drawnWidth) > OTHER_WIDTH) this.#invalidate();
  }

  #invalidate() {
    this.#drawn = false;
    if (this.#visible) this.#render();
  }

  async #render(unseen = false) {
    if (this.#drawn || !this.#shown) return;
    const library = await charts();
    if (this.#drawn || !this.#shown || !(this.#visible || unseen) || !this.element.isConnected) return;
    this.#drawn = true;
    this.#drawnWidth = this.element.clientWidth;
    if (!this.#instance) {
      this.#instance = library.init(this.element, null, { renderer: 'canvas' });
      if (this.#onPick) this.#instance.on('click', (event) => this.#onPick(this.#shown.rows[event.dataIndex]));
    }
    const colours = palette();
    this.#instance.setOption(this.#draw(this.#shown.rows, colours, { ...this.#shown.extra, width: this.#drawnWidth }), { notMerge: true });
  }

  /** Left and right go from value to value, Home and End to the first and last, Enter picks. */
  #walk(event) {
    const count = this.#instance?.getOption().series[0]?.data?.length ?? 0;
    const steps = { ArrowRight: this.#at + 1, ArrowLeft: this.#at - 1, Home: 0, End: count - 1 };
    if (event.key === 'Escape') {
      this.#leave();
    } else if (event.key === 'Enter' && this.#onPick && this.#shown.rows[this.#at]) {
      this.#onPick(this.#shown.rows[this.#at]);
    } else if (count && event.key in steps) {
      event.preventDefault();
      this.#at = Math.max(0, Math.min(count - 1, steps[event.key]));
      this.#instance.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: this.#at });
      window.setTimeout(() => announce(this.element.querySelector('.tip')?.innerText ?? ''), 60);
    }
  }

  #leave() {
    this.#at = -1;
    this.#instance?.dispatchAction({ type: 'hideTip' });
  }
}
