/**
 * The window on bridges in memory, for looking at it. `?open` begins with an open archive and `?work` with one in which
 * much was done; the other words of the address are read below.
 */
/// <reference types="vite/client" />
import { mount } from 'svelte';
import App from '../../../src/renderer/App.svelte';
import '../../../src/renderer/base.css';
import { fakeBridge } from '../fake-bridge.ts';
import { putLongText } from '../long-text.ts';
import { sourceId } from '../material.ts';
import { workBridge } from '../work-bridge.ts';

const asked = new URLSearchParams(location.search);
const theme = themeOf(asked.get('theme'));
const number = (name: string) => Number(asked.get(name) ?? 0);

function themeOf(name: string | null) {
  return name === 'dark' || name === 'light' ? name : 'system';
}

function readingBridge() {
  const bridge = fakeBridge({ open: asked.has('open'), empty: asked.has('empty'), theme });
  if (asked.has('many')) bridge.addMany(number('many'));
  if (asked.has('copies')) bridge.addCopies();
  // A version of the page that the other quotes are in.
  if (asked.has('later')) bridge.patchSource(sourceId(3), { versionOf: sourceId(10) });
  if (number('words') > 0) putLongText(bridge, number('words'), number('quotes'));
  return bridge;
}

function busyBridge() {
  const bridge = workBridge({
    open: true,
    empty: asked.has('empty'),
    damaged: asked.has('damaged'),
    rekeying: asked.has('rekeying'),
    theme,
    ...(asked.has('lines') ? { lines: number('lines') } : {}),
  });
  const unsaved = number('full');
  if (unsaved > 0)
    setTimeout(() => {
      bridge.emit('trouble', { code: 'disk-full', unsaved });
    }, 200);
  return bridge;
}

const bridge = asked.has('work') ? busyBridge() : readingBridge();
mount(App, { target: document.body, props: { bridge } });
