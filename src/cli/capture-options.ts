/** How something was collected, as options of a command: a profile, and what is said beside it. */
import type { Archive } from '../../archive/index.ts';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import { type Capture, type Profile, unknown } from '../../archive/model/index.ts';
import type { Arguments, Option } from './command.ts';
import { statedAs } from './stated.ts';

/** The option for each field of a capture. */
const FIELDS = {
  'collected-by': 'collectedBy',
  'collected-at': 'collectedAt',
  place: 'place',
  method: 'method',
  device: 'device',
  consent: 'consent',
  sensitivity: 'sensitivity',
} as const satisfies Record<string, keyof Capture>;

export const captureOptions: Readonly<Record<string, Option>> = Object.fromEntries(
  Object.keys(FIELDS).map((name) => [name, { type: 'string' as const }]),
);

const NOTHING: Capture = {
  collectedBy: unknown,
  collectedAt: unknown,
  place: unknown,
  method: unknown,
  device: unknown,
  consent: unknown,
  sensitivity: unknown,
};

/** What is not said stands as it does in `base`. */
export function captureOf(parsed: Arguments, base: Capture = NOTHING): Capture {
  const said = Object.entries(FIELDS).flatMap(([option, field]) => {
    const value = parsed.text(option);
    return value === undefined ? [] : [[field, statedAs(value)] as const];
  });
  return { ...base, ...Object.fromEntries(said) };
}

/** With the profile that is named, if one is. */
export async function captureWithProfile(
  archive: Archive,
  parsed: Arguments,
): Promise<Result<Capture>> {
  const name = parsed.text('profile');
  if (name === undefined) return ok(captureOf(parsed));
  const profile = await findProfile(archive, name);
  return profile.ok ? ok(captureOf(parsed, profile.value.capture)) : profile;
}

export async function findProfile(archive: Archive, name: string): Promise<Result<Profile>> {
  const records = await archive.records();
  if (!records.ok) return records;
  const key = name.normalize('NFC').trim().toLowerCase();
  const found = records.value.profiles.find(
    (profile) => profile.id === name || profile.name.normalize('NFC').toLowerCase() === key,
  );
  return found ? ok(found) : fail('profile-missing');
}
