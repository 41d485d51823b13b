/** What the host puts into page code's world before any page code runs: the receiving end of the bridge, and the app's schemes. */
/* eslint-disable @typescript-eslint/unbound-method -- built-ins are fetched once, and always called with Reflect.apply */
import type { SchemeLabels, ShowAddress } from '../addresses.ts';
import type { CreateBridge, Parcel } from './bridge.ts';

export interface MainWorldSettings {
  /** A word nobody can guess, for the one event by which the worlds meet. */
  readonly meeting: string;
  readonly labels: SchemeLabels;
  /** The schemes that `fetch` may use across origins, as Electron would allow. */
  readonly fetchable: SchemeLabels;
}

/** Stands alone: its source text runs inside pages, before page code. */
export function mainWorld(
  settings: MainWorldSettings,
  createBridge: CreateBridge,
  showAddress: ShowAddress,
): void {
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { hasOwn } = Object;
  const text = String;

  function openBridge(): void {
    const line = new EventTarget();
    const bridge = createBridge(line, 'page', 'preload', (message) => {
      const [kind, key, parcel] = message as [string, string, Parcel];
      if (kind !== 'expose') throw new Error(`unknown message ${kind}`);
      if (hasOwn(window, key)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      defineProperty(window, key, {
        value: bridge.unpack(parcel, true),
        enumerable: true,
        writable: false,
        configurable: false,
      });
      return undefined;
    });
    // Preload code's world asks at once, before page code runs; the listener is used up by then.
    window.addEventListener(
      `${settings.meeting}-ask`,
      () => {
        window.dispatchEvent(new FocusEvent(`${settings.meeting}-give`, { relatedTarget: line }));
      },
      { once: true },
    );
  }

  /** Lets requests of page code name the app's schemes where the browser itself refuses unknown ones. */
  function openSchemes(): void {
    const nativeFetch = window.fetch;
    const NewRequest = Request;
    const shown = (address: unknown): string => showAddress(text(address), settings.fetchable);
    window.fetch = function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const target = input instanceof NewRequest ? input : shown(input);
      return apply(nativeFetch, window, init === undefined ? [target] : [target, init]);
    };
    const nativeOpen = XMLHttpRequest.prototype.open as (...parameters: unknown[]) => void;
    XMLHttpRequest.prototype.open = function open(
      this: XMLHttpRequest,
      method: string,
      url: string | URL,
      ...rest: unknown[]
    ): void {
      apply(nativeOpen, this, [method, shown(url), ...rest]);
    };
  }

  /** Frames of the app's schemes: navigations to unknown schemes would be handed to the operating system. */
  function openFrames(): void {
    const shown = (address: unknown): string => showAddress(text(address), settings.labels);
    const source = getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
    if (source?.set !== undefined) {
      const { set } = source;
      defineProperty(HTMLIFrameElement.prototype, 'src', {
        ...source,
        set(this: HTMLIFrameElement, value: unknown) {
          apply(set, this, [shown(value)]);
        },
      });
    }
    const nativeSet = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function setAttribute(
      this: Element,
      name: string,
      value: string,
    ): void {
      const frame = this instanceof HTMLIFrameElement && text(name).toLowerCase() === 'src';
      apply(nativeSet, this, [name, frame ? shown(value) : value]);
    };
    const mend = (frame: HTMLIFrameElement): void => {
      const address = frame.getAttribute('src');
      if (address !== null && shown(address) !== address) frame.src = address;
    };
    new MutationObserver((changes) => {
      for (const change of changes) {
        for (const node of change.addedNodes) {
          if (node instanceof HTMLIFrameElement) mend(node);
          else if (node instanceof Element) node.querySelectorAll('iframe').forEach(mend);
        }
      }
    }).observe(document, { childList: true, subtree: true });
  }

  /** Another window is the app's to refuse, and page code gets none in hand: without an opener the browser gives `null` by itself. */
  function closeWindows(): void {
    const nativeOpen = window.open;
    window.open = function open(url?: string | URL, target?: string): Window | null {
      const here = /^_(?:self|parent|top)$/i.test(text(target));
      return apply(nativeOpen, window, here ? [url, target] : [url, target, 'noopener']);
    };
    // The one way to reach the network that does not pass the browser's request filter.
    for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
      Reflect.deleteProperty(window, name);
    }
  }

  if (window === window.top) openBridge();
  closeWindows();
  openSchemes();
  openFrames();
}
