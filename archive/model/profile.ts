/** A profile: how things are collected again and again, under a name, to be taken when something is added. */
import { z } from 'zod';
import { Instant, Name } from './common.ts';
import { ProfileId } from './ids.ts';
import { Capture } from './source.ts';

export const Profile = z.strictObject({
  id: ProfileId,
  name: Name,
  capture: Capture,
  changedAt: Instant,
});
export type Profile = z.infer<typeof Profile>;
