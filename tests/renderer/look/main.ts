/** The window on the fake bridge, for looking at it. `?open&theme=dark` chooses how it begins. */
/// <reference types="vite/client" />
import { mount } from 'svelte';
import App from '../../../src/renderer/App.svelte';
import '../../../src/renderer/base.css';
import { fakeBridge } from '../fake-bridge.ts';
import { putLongText } from '../long-text.ts';
import { sourceId } from '../material.ts';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
const bridge = fakeBridge({
  open: asked.has('open'),
  empty: asked.has('empty'),
  theme: theme === 'dark' || theme === 'light' ? theme : 'system',
});
if (asked.has('many')) bridge.addMany(Number(asked.get('many')));
// A version of the page that the other quotes are in.
if (asked.has('later')) bridge.patchSource(sourceId(3), { versionOf: sourceId(10) });
const words = Number(asked.get('words') ?? 0);
if (words > 0) putLongText(bridge, words, Number(asked.get('quotes') ?? 0));
mount(App, { target: document.body, props: { bridge } });
