/** What the window asks of the application itself. */
import { z } from 'zod';
import type { ArchiveState } from '../../../archive/face/index.ts';
import { Nothing, returns } from './returns.ts';

export interface AppState {
  readonly archive: ArchiveState | null;
  /** The open archive is the sample, which is thrown away at the end. */
  readonly sample: boolean;
  readonly version: string;
  readonly settings: Settings;
}

export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Minutes without any input after which the archive locks; 0 is never. */
  lockAfterMinutes: z.int().min(0).max(120),
  /** Pixels of the reading text. */
  textSize: z.int().min(14).max(28),
  /** Days after which an original is read again and compared with its digest; 0 is never. */
  recheckDays: z.int().min(0).max(3_650),
  /** Keep the window out of screenshots where the system can. */
  hideFromScreenshots: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export const appCalls = {
  'app.state': returns<AppState>()('query', Nothing),
  'app.changeSettings': returns<Settings>()('command', Settings.partial()),
};
