/** Opens a window of the browser with an empty page in it. */
import { runningBrowser } from '../host-state.ts';

export interface TargetWishes {
  readonly browserContextId: string;
  readonly width: number;
  readonly height: number;
}

async function ordinaryWindow(wishes: TargetWishes): Promise<string> {
  const { browser } = runningBrowser('BrowserWindow').connection;
  const { targetId } = await browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...wishes,
  });
  return targetId;
}

/**
 * A window without tabs and buttons, which only a page can open: an ordinary one does it and goes away at once.
 * A test driver would take that one for a window of the app, so it is for people only.
 */
async function plainWindow(wishes: TargetWishes): Promise<string> {
  const { connection } = runningBrowser('BrowserWindow');
  const opener = await ordinaryWindow(wishes);
  const opened = new Promise<string>((resolve) => {
    connection.browser.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.openerId === opener) resolve(targetInfo.targetId);
    });
  });
  const { sessionId } = await connection.browser.send('Target.attachToTarget', {
    targetId: opener,
    flatten: true,
  });
  await connection.session(sessionId).send('Runtime.evaluate', {
    expression: `void open('about:blank','_blank','popup,width=${wishes.width},height=${wishes.height}')`,
    userGesture: true,
  });
  const targetId = await opened;
  connection.browser.tell('Target.closeTarget', { targetId: opener });
  return targetId;
}

/** Resolves with the target's id. */
export function newTarget(wishes: TargetWishes): Promise<string> {
  const { headless, driven } = runningBrowser('BrowserWindow');
  return headless || driven ? ordinaryWindow(wishes) : plainWindow(wishes);
}
