/** Electron's `powerMonitor`: how long nobody touched the machine, where that can be known. No event ever comes by itself. */
import { spawnSync } from 'node:child_process';
import { LoudEmitter } from '../loud.ts';

class PowerMonitor extends LoudEmitter {
  readonly onBatteryPower = false;

  constructor() {
    super('powerMonitor');
  }

  /** Seconds, from xprintidle on an X display that has it; otherwise 0, as if someone were there. */
  getSystemIdleTime(): number {
    if (!process.env.DISPLAY) return 0;
    const { status, stdout } = spawnSync('xprintidle', { encoding: 'utf8', timeout: 1000 });
    const milliseconds = Number(stdout);
    return status === 0 && Number.isFinite(milliseconds) ? Math.floor(milliseconds / 1000) : 0;
  }

  getSystemIdleState(threshold: number): 'active' | 'idle' {
    return this.getSystemIdleTime() >= threshold ? 'idle' : 'active';
  }

  isOnBatteryPower(): boolean {
    return false;
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown';
  }
}

export const powerMonitor = new PowerMonitor();
