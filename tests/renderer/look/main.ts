/** The window on the fake bridge, for looking at it. `?open&theme=dark` chooses how it begins. */
/// <reference types="vite/client" />
import { mount } from 'svelte';
import App from '../../../src/renderer/App.svelte';
import '../../../src/renderer/base.css';
import { fakeBridge } from '../fake-bridge.ts';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
const bridge = fakeBridge({
  open: asked.has('open'),
  empty: asked.has('empty'),
  theme: theme === 'dark' || theme === 'light' ? theme : 'system',
});
if (asked.has('many')) bridge.addMany(Number(asked.get('many')));
mount(App, { target: document.body, props: { bridge } });
