/** A figure that is neither chart nor table: its rows, made into one element. */
import { h } from './dom.js';

export class List {
  #make;

  constructor(make) {
    this.#make = make;
    this.element = h('div.canvas');
  }

  show(rows, extra) {
    this.element.replaceChildren(this.#make(rows, extra));
  }
}
