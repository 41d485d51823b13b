/** Opens the window on the work bridge, as a test finds it. */
import { mount, unmount } from 'svelte';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import App from '../../src/renderer/App.svelte';
import type { App as AppState } from '../../src/renderer/lib/app.svelte.ts';
import '../../src/renderer/base.css';
import type { FakeBridge } from './fake-bridge.ts';
import { workBridge, type WorkOptions } from './work-bridge.ts';

let ending: (() => void) | null = null;

export function endWindow(): void {
  ending?.();
  ending = null;
}

export async function begin(
  options: WorkOptions = {},
): Promise<{ app: AppState; bridge: FakeBridge }> {
  await page.viewport(1280, 800);
  const bridge = workBridge({ open: true, ...options });
  const app = await new Promise<AppState>((ready) => {
    const window = mount(App, { target: document.body, props: { bridge, onready: ready } });
    ending = () => void unmount(window);
  });
  await expect.poll(() => app.phase).toBe('open');
  return { app, bridge };
}
