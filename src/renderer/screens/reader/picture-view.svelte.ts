/** How a picture is looked at: its size, its turn, which part of it is in view. Of the picture itself nothing changes. */
import { tick } from 'svelte';
import {
  fittingScale,
  LARGEST,
  nextScale,
  type Size,
  SMALLEST,
  type Turn,
  turnedBy,
  turnedSize,
} from './picture-geometry.ts';

export interface Spot {
  readonly clientX: number;
  readonly clientY: number;
}

export class PictureView {
  /** `null`: so that all of it is seen. */
  #chosen = $state<number | null>(null);
  turn = $state<Turn>(0);
  /** Of the picture, in its own pixels. */
  size = $state.raw<Size>({ width: 1, height: 1 });
  /** Of the view, without its margins. */
  room = $state.raw<Size>({ width: 1, height: 1 });
  scroller = $state<HTMLElement | undefined>();
  sheet = $state<HTMLElement | undefined>();

  readonly #fit: typeof fittingScale;
  /** Of several sheets, pages of a PDF: the one that is looked at there. */
  readonly #sheetAt: ((spot: Spot) => HTMLElement | undefined) | null;

  constructor(
    fit: typeof fittingScale = fittingScale,
    sheetAt: ((spot: Spot) => HTMLElement | undefined) | null = null,
  ) {
    this.#fit = fit;
    this.#sheetAt = sheetAt;
  }

  readonly fitting = $derived(this.#chosen === null);
  readonly scale = $derived.by(() => this.#chosen ?? this.#fit(this.size, this.turn, this.room));
  /** Of the picture before it is turned, in pixels of the window. */
  readonly shown = $derived<Size>({
    width: this.size.width * this.scale,
    height: this.size.height * this.scale,
  });
  /** The room that it takes. */
  readonly box = $derived(turnedSize(this.shown, this.turn));

  fit(): void {
    this.#chosen = null;
  }

  full(): void {
    void this.#zoomTo(1);
  }

  step(by: 1 | -1): void {
    void this.#zoomTo(nextScale(this.scale, by));
  }

  turnBy(quarters: 1 | -1): void {
    this.turn = turnedBy(this.turn, quarters);
  }

  /** With Ctrl, the wheel makes it larger and smaller where the pointer is. Pinching on a pad says the same. */
  wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    // A wheel goes in steps of 100 and more, two fingers in steps of a few.
    const amount = Math.max(-0.5, Math.min(0.5, -event.deltaY / 400));
    const scale = this.scale * Math.exp(amount);
    void this.#zoomTo(Math.max(SMALLEST, Math.min(LARGEST, scale)), event);
  }

  /** Drags the picture under the pointer until it is let go. */
  drag(from: PointerEvent): void {
    const { scroller } = this;
    if (!scroller) return;
    const { scrollLeft, scrollTop } = scroller;
    const move = ({ clientX, clientY, buttons }: PointerEvent) => {
      if (buttons === 0) end();
      scroller.scrollLeft = scrollLeft - (clientX - from.clientX);
      scroller.scrollTop = scrollTop - (clientY - from.clientY);
    };
    const end = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  }

  /** What is at the spot stays there; without one, what is in the middle of the view. */
  async #zoomTo(scale: number, spot: Spot | null = null): Promise<void> {
    const { scroller } = this;
    if (!scroller) {
      this.#chosen = scale;
      return;
    }
    const view = scroller.getBoundingClientRect();
    const at = spot ?? {
      clientX: view.left + scroller.clientWidth / 2,
      clientY: view.top + scroller.clientHeight / 2,
    };
    const sheet = this.#sheetAt ? this.#sheetAt(at) : this.sheet;
    if (!sheet) {
      this.#chosen = scale;
      return;
    }
    const before = sheet.getBoundingClientRect();
    const share = {
      x: (at.clientX - before.left) / before.width,
      y: (at.clientY - before.top) / before.height,
    };
    this.#chosen = scale;
    await tick();
    const after = sheet.getBoundingClientRect();
    scroller.scrollLeft += after.left + share.x * after.width - at.clientX;
    scroller.scrollTop += after.top + share.y * after.height - at.clientY;
  }
}
