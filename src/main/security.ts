/** What the window may never do: load anything from elsewhere, go anywhere, open anything, ask for any permission. */
import { app, type Session, type WebContents } from 'electron';
import { ORIGIN, SCHEME } from './origin.ts';

const ALLOWED: ReadonlySet<string> = new Set([`${SCHEME}:`, 'blob:', 'data:', 'devtools:']);

/** Copying a quote is asked for by the person; reading the clipboard is never granted. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** No network, no other permissions, no downloads, no spelling dictionary. */
export function closeSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(GRANTED.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !ALLOWED.has(new URL(details.url).protocol) });
  });
}

export function closeContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  // A saved page in its frame leads nowhere; the one address it is loaded from is our own.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !event.url.startsWith(`${ORIGIN}/page/`)) event.preventDefault();
  });
}

/** Whatever else may be made inside the application is closed too. */
export function closeEverything(): void {
  app.on('web-contents-created', (_event, contents) => {
    closeContents(contents);
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}
