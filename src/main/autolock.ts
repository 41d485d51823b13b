/** Locks when nobody has touched the computer for a while, and when it goes to sleep. */
import { powerMonitor } from 'electron';
import type { Desk } from './desk.ts';

/** Seconds of warning before it locks. */
const WARNING = 30;
const PACE = 5_000;

export function watchIdle(
  desk: Desk,
  minutes: () => number,
  warn: (seconds: number | null) => void,
): void {
  let warned = false;
  const look = () => {
    const limit = minutes() * 60;
    if (!desk.archive || limit === 0) return;
    const left = limit - powerMonitor.getSystemIdleTime();
    if (left <= 0) {
      void desk.lock('idle');
      warned = false;
    } else if (left <= WARNING || warned) {
      warned = left <= WARNING;
      warn(warned ? left : null);
    }
  };
  setInterval(look, PACE).unref();
  powerMonitor.on('suspend', () => void desk.lock('suspend'));
  powerMonitor.on('lock-screen', () => void desk.lock('suspend'));
}
