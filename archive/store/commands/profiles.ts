/** Saves a profile under its name, in place of the one that had it, and deletes one. */
import { fail, ok } from '../../lib/result.ts';
import { newProfileId, type Profile, type ProfileId } from '../../model/index.ts';
import type { ProfileDraft } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';

/** Names are the same whatever their case. */
export function profileNamed(reading: Reading, name: string): Profile | undefined {
  const key = keyOf(name);
  return reading.all('profiles').find((profile) => keyOf(profile.name) === key);
}

const keyOf = (name: string) => name.normalize('NFC').trim().toLowerCase();

export function saveProfile({ name, capture }: ProfileDraft): Command<never, Profile> {
  return (reading, { now }) => {
    const id = profileNamed(reading, name)?.id ?? newProfileId();
    const record: Profile = { id, name, capture, changedAt: now };
    return ok({
      value: record,
      change: {
        puts: [{ collection: 'profiles', record }],
        deletes: [],
        activity: { action: 'profile.save', subjects: [id], facts: {} },
      },
    });
  };
}

export function deleteProfile(id: ProfileId): Command<'profile-missing', null> {
  return (reading) => {
    if (!reading.get('profiles', id)) return fail('profile-missing');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [{ collection: 'profiles', id }],
        activity: { action: 'profile.delete', subjects: [id], facts: {} },
      },
    });
  };
}
