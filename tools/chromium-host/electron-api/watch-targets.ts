/** Follows the comings and goings of pages in the browser. */
import { host, runningBrowser } from '../host-state.ts';
import { forgetTarget, isOwnTarget } from './own-targets.ts';
import { allContents, type WebContents } from './web-contents.ts';

const contentsOf = (targetId: string): WebContents | undefined =>
  allContents().find((contents) => contents.hasTarget(targetId));

/** Called by the host once the browser runs. */
export function watchTargets(): void {
  const { connection } = runningBrowser('a window');
  const { browser } = connection;
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    forgetTarget(targetId);
    contentsOf(targetId)?.targetGone();
  });
  browser.on('Target.targetCreated', ({ targetInfo: { type, targetId } }) => {
    if (type !== 'page') return;
    void (async () => {
      // No page may open windows here.
      if (!(await isOwnTarget(targetId))) browser.tell('Target.closeTarget', { targetId });
    })();
  });
  browser.tell('Target.setDiscoverTargets', { discover: true });
  void connection.closed.then(() => {
    if (host.browser === undefined) return;
    process.stderr.write('Chromium ended unexpectedly.\n');
    process.exit(1);
  });
}

/** Did the app itself load the empty document there? */
export function emptyOnPurpose(targetId: string): boolean {
  return contentsOf(targetId)?.getURL() === 'about:blank';
}
