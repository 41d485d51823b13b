/** Share profiles, and what a sharing says of a name. Plain data and functions: the window asks them too. */
import type { Entity, Protection } from './entity.ts';
import type { Sharing, SharingChoice, Treatment, TreatmentByLevel } from './sharing.ts';

/** What happens to a name, and the choice that was made for it. */
export function treatmentOf(
  { id, protection }: Pick<Entity, 'id' | 'protection'>,
  { levels, entities }: Sharing,
): { readonly treatment: Treatment; readonly choice: SharingChoice | null } {
  const choice = entities.find(({ entity }) => entity === id) ?? null;
  return { treatment: choice?.treatment ?? levels[protection], choice };
}

/** The weakest first. */
const protections: readonly Protection[] = [
  'public',
  'consented',
  'undecided',
  'must-not-be-named',
];

/** What two names that are one are protected by. */
export function stricterProtection(one: Protection, other: Protection): Protection {
  return protections.indexOf(one) >= protections.indexOf(other) ? one : other;
}

/** Without a sharing they are shown, each announced on the page before it. */
export function coversGraphic(sharing: Sharing | null): boolean {
  return sharing !== null && sharing.graphic !== 'shown';
}

/** Profiles to begin with. Each is only data: what a dossier holds is its own copy. */
export const shareProfiles = {
  protect: {
    undecided: 'keep',
    public: 'keep',
    consented: 'keep',
    'must-not-be-named': 'pseudonym',
  },
  careful: {
    undecided: 'pseudonym',
    public: 'keep',
    consented: 'keep',
    'must-not-be-named': 'pseudonym',
  },
  initials: {
    undecided: 'initials',
    public: 'keep',
    consented: 'keep',
    'must-not-be-named': 'pseudonym',
  },
  roles: {
    undecided: 'role',
    public: 'keep',
    consented: 'keep',
    'must-not-be-named': 'role',
  },
  nobody: { undecided: 'bar', public: 'bar', consented: 'bar', 'must-not-be-named': 'bar' },
} as const satisfies Readonly<Record<string, TreatmentByLevel>>;
export type ShareProfile = keyof typeof shareProfiles;

export const shareProfileNames = Object.keys(shareProfiles) as ShareProfile[];

/** The profile that these levels are, or `null` when they were mixed by hand. */
export function profileOf(levels: TreatmentByLevel): ShareProfile | null {
  const same = (profile: TreatmentByLevel) =>
    (Object.keys(profile) as Protection[]).every((level) => profile[level] === levels[level]);
  return shareProfileNames.find((name) => same(shareProfiles[name])) ?? null;
}
