/** Puts the whole window on the page, on a bridge in memory. */
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { App as AppState } from '../../src/renderer/lib/app.svelte.ts';
import App from '../../src/renderer/App.svelte';
import '../../src/renderer/base.css';
import { fakeBridge, type FakeBridge, type FakeOptions } from './fake-bridge.ts';

export interface OpenedWindow {
  readonly bridge: FakeBridge;
  readonly app: AppState;
}

export async function openWindow(options: FakeOptions = {}): Promise<OpenedWindow> {
  await page.viewport(1280, 800);
  const bridge = fakeBridge(options);
  let app: AppState | undefined;
  await render(App, {
    bridge,
    onready: (state: AppState) => {
      app = state;
    },
  });
  if (!app) throw new Error('the window did not start');
  return { bridge, app };
}

/** Selects these words of the read text, as a drag would. */
export function selectWords(words: string): void {
  const article = document.querySelector('article');
  if (!article) throw new Error('nothing is being read');
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(words);
    if (at === -1) continue;
    getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    document.dispatchEvent(new Event('selectionchange'));
    return;
  }
  throw new Error('the words do not stand on the page');
}
