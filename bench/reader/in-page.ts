/** What is measured inside a page, where frames are counted: these functions run in the browser. */

export interface Frames {
  readonly perSecond: number;
  /** Milliseconds of the slowest frame of a hundred, and of the slowest. */
  readonly p99: number;
  readonly worst: number;
}

/** Scrolls the element down by so many pixels at each frame, for so long, and counts the frames. */
export function scrollFrames([selector, pixels, milliseconds]: readonly [
  string,
  number,
  number,
]): Promise<Frames> {
  const scroller = document.querySelector(selector);
  if (!scroller) throw new Error('nothing scrolls');
  return new Promise((resolve) => {
    const times: number[] = [];
    const began = performance.now();
    let before = began;
    const step = (now: number) => {
      times.push(now - before);
      before = now;
      scroller.scrollTop += pixels;
      if (now - began < milliseconds) {
        requestAnimationFrame(step);
        return;
      }
      // The first two are the call's own.
      const frames = times.slice(2).sort((a, b) => a - b);
      const total = frames.reduce((sum, time) => sum + time, 0);
      resolve({
        perSecond: (1_000 * frames.length) / total,
        p99: frames[Math.floor(frames.length * 0.99)] ?? 0,
        worst: frames.at(-1) ?? 0,
      });
    };
    requestAnimationFrame(step);
  });
}

/**
 * Milliseconds from a selection to its frame with the mark on it, as after Q: the selection's change, the key, the
 * mark set, and the frame in which it is painted.
 */
export async function untilMarked(selector: string): Promise<number> {
  const paragraphs = [...document.querySelectorAll(`${selector} p[data-n]`)];
  const inView = paragraphs.filter((each) => {
    const { top } = each.getBoundingClientRect();
    return top > 150 && top < innerHeight - 100;
  });
  const chosen = inView[Math.floor(Math.random() * inView.length)];
  const walker = chosen && document.createTreeWalker(chosen, NodeFilter.SHOW_TEXT);
  const node = walker?.nextNode();
  if (!node) throw new Error('no paragraph is in view');
  const frame = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        // After the frame's own work: a message comes when it is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          resolve(performance.now());
        };
        port2.postMessage(null);
      });
    });
  await frame();
  const began = performance.now();
  getSelection()?.setBaseAndExtent(node, 3, node, 90);
  document.dispatchEvent(new Event('selectionchange'));
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'q', code: 'KeyQ', bubbles: true, cancelable: true }),
  );
  let ended = await frame();
  while (!CSS.highlights.has('draft')) {
    if (performance.now() - began > 5_000) throw new Error('nothing was marked');
    ended = await frame();
  }
  return ended - began;
}
