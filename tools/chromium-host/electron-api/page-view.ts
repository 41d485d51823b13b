/** How a page is seen: its size, its zoom, what is behind it. */
import type { DevtoolsSession } from '../devtools.ts';
import { runningBrowser } from '../host-state.ts';

/** Gives the window of a page its size, which is that of the page inside, and finds the window's number. */
export async function sized(targetId: string, width: number, height: number): Promise<number> {
  const { browser } = runningBrowser('BrowserWindow').connection;
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
  await browser.send('Browser.setContentsSize', { windowId, width, height });
  return windowId;
}

/** Zooms as a browser does: the page sees a smaller window with a denser screen. */
export function zoom(session: DevtoolsSession, factor: number): void {
  if (factor === 1) {
    session.tell('Emulation.clearDeviceMetricsOverride');
    return;
  }
  void (async () => {
    const { cssVisualViewport } = await session.send('Page.getLayoutMetrics');
    const density = await session.send('Runtime.evaluate', { expression: 'devicePixelRatio' });
    const now = typeof density.result.value === 'number' ? density.result.value : 1;
    session.tell('Emulation.setDeviceMetricsOverride', {
      width: Math.round((cssVisualViewport.clientWidth * now) / factor),
      height: Math.round((cssVisualViewport.clientHeight * now) / factor),
      deviceScaleFactor: factor,
      mobile: false,
    });
  })().catch(() => undefined);
}

export function background(session: DevtoolsSession, color: string | undefined): void {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (match === null) return;
  const [r = 0, g = 0, b = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  session.tell('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b } });
}
