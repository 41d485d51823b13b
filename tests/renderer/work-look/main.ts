/** The window on the work bridge, for looking at it: `?theme=dark`, `?empty`, `?lines=20000`. */
import { mount } from 'svelte';
import App from '../../../src/renderer/App.svelte';
import '../../../src/renderer/base.css';
import { workBridge } from '../work-bridge.ts';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
const bridge = workBridge({
  open: true,
  empty: asked.has('empty'),
  theme: theme === 'dark' || theme === 'light' ? theme : 'system',
  ...(asked.has('lines') ? { lines: Number(asked.get('lines')) } : {}),
});
mount(App, { target: document.body, props: { bridge } });
