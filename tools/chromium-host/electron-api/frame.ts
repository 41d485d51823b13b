/** Electron's `WebFrameMain`: one frame of a page, the same object for as long as the frame lives. */
import { originOf } from '../addresses.ts';
import { Loud } from '../loud.ts';
import type { FrameState } from '../page.ts';

/** What a frame asks of its page. */
export interface FrameHost {
  state(id: string): FrameState | undefined;
  frame(id: string): WebFrameMain;
  children(id: string): WebFrameMain[];
  mainId(): string;
  send(channel: string, parameters: readonly unknown[]): void;
  evaluate(code: string, userGesture: boolean): Promise<unknown>;
  reload(): void;
}

export class WebFrameMain extends Loud {
  readonly processId: number;
  readonly routingId = 1;
  readonly #id: string;
  readonly #host: FrameHost;

  constructor(id: string, host: FrameHost, processId: number) {
    super('webFrameMain');
    this.#id = id;
    this.#host = host;
    this.processId = processId;
  }

  get url(): string {
    return this.#host.state(this.#id)?.url ?? '';
  }

  get origin(): string {
    return originOf(this.url);
  }

  get name(): string {
    return this.#host.state(this.#id)?.name ?? '';
  }

  get parent(): WebFrameMain | null {
    const parent = this.#host.state(this.#id)?.parentId;
    return parent === undefined ? null : this.#host.frame(parent);
  }

  get top(): WebFrameMain {
    return this.#host.frame(this.#host.mainId());
  }

  get frames(): WebFrameMain[] {
    return this.#host.children(this.#id);
  }

  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)];
  }

  get detached(): boolean {
    return this.isDestroyed();
  }

  isDestroyed(): boolean {
    return this.#host.state(this.#id) === undefined;
  }

  send(channel: string, ...parameters: unknown[]): void {
    if (this.#id !== this.#host.mainId()) return;
    this.#host.send(channel, parameters);
  }

  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (this.#id !== this.#host.mainId()) {
      return Promise.reject(new Error('executeJavaScript works in the main frame only, here'));
    }
    return this.#host.evaluate(code, userGesture);
  }

  reload(): boolean {
    if (this.#id !== this.#host.mainId()) return false;
    this.#host.reload();
    return true;
  }
}
