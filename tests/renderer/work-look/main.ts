/** The window on the work bridge, for looking at it: `?theme=dark`, `?empty`, `?lines=20000`, `?damaged`, `?rekeying`, `?full=3`. */
import { mount } from 'svelte';
import App from '../../../src/renderer/App.svelte';
import '../../../src/renderer/base.css';
import { workBridge } from '../work-bridge.ts';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
const bridge = workBridge({
  open: true,
  empty: asked.has('empty'),
  damaged: asked.has('damaged'),
  rekeying: asked.has('rekeying'),
  theme: theme === 'dark' || theme === 'light' ? theme : 'system',
  ...(asked.has('lines') ? { lines: Number(asked.get('lines')) } : {}),
});
const full = Number(asked.get('full') ?? 0);
if (full > 0)
  setTimeout(() => {
    bridge.emit('trouble', { code: 'disk-full', unsaved: full });
  }, 200);
mount(App, { target: document.body, props: { bridge } });
