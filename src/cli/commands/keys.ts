/** kuferak keys DIR [--add-passphrase F | --change-passphrase F | --add-recovery | --add-shares K/N | --remove SLOT] */
import type { Archive, SlotInfo } from '../../../archive/index.ts';
import { type Failure, fail, ok, type Result } from '../../../archive/lib/result.ts';
import { type Arguments, passphraseOf, readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';
import { readPassphrase } from '../passphrase.ts';
import { UsageError } from '../usage.ts';

const deeds = [
  'add-passphrase',
  'change-passphrase',
  'add-recovery',
  'add-shares',
  'remove',
] as const;

export const keys: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      'add-passphrase': { type: 'string' },
      'change-passphrase': { type: 'string' },
      'add-recovery': { type: 'boolean' },
      'add-shares': { type: 'string' },
      remove: { type: 'string' },
    },
    1,
  );
  const [deed, second] = deeds.filter(
    (name) => parsed.flag(name) || parsed.text(name) !== undefined,
  );
  if (second) throw new UsageError();
  const current = await passphraseOf(parsed);
  if (!current.ok) return current.error;
  return withArchive(
    parsed,
    async (archive) => {
      const secrets = deed ? await done(archive, deed, current.value, parsed) : ok([]);
      if (!secrets.ok) return secrets.error;
      return tell(archive, secrets.value, parsed.flag('json'));
    },
    current.value,
  );
};

/** What is to be written down, if anything. */
async function done(
  archive: Archive,
  deed: (typeof deeds)[number],
  current: string,
  parsed: Arguments,
): Promise<Result<readonly string[]>> {
  switch (deed) {
    case 'add-recovery': {
      const words = await archive.addRecoveryWords(current);
      return words.ok ? ok([words.value]) : words;
    }
    case 'add-shares': {
      const [, needed = 0, made = 0] = /^(\d+)\/(\d+)$/.exec(parsed.text(deed) ?? '') ?? [];
      return archive.addShares(current, { needed: Number(needed), made: Number(made) });
    }
    case 'remove': {
      const slot = Number(parsed.text(deed));
      return nothing(
        Number.isInteger(slot) ? await archive.removeSlot(current, slot) : fail('no-slot'),
      );
    }
    case 'add-passphrase':
    case 'change-passphrase': {
      const next = await readPassphrase(parsed.text(deed) ?? '');
      if (!next.ok) return next;
      return nothing(
        deed === 'add-passphrase'
          ? await archive.addPassphrase(current, next.value)
          : await archive.changePassphrase(current, next.value),
      );
    }
  }
}

function nothing(result: Result<null>): Result<readonly string[]> {
  return result.ok ? ok([]) : result;
}

async function tell(
  archive: Archive,
  secrets: readonly string[],
  json: boolean,
): Promise<Failure | null> {
  const slots = await archive.slots();
  if (!slots.ok) return slots.error;
  if (json) printJson({ slots: slots.value, secrets });
  else {
    for (const [at, secret] of secrets.entries()) {
      if (secrets.length > 1) print(t('command.share', { number: at + 1, made: secrets.length }));
      print(`${numbered(secret)}\n`);
    }
    if (secrets.length > 0) print(t('command.writeDown'));
    for (const slot of slots.value) print([String(slot.slot), kindOf(slot)].join('\t'));
  }
  return null;
}

function kindOf({ kind, kdf, shares }: SlotInfo): string {
  if (kind === 'recovery') return t('command.slot.recovery');
  if (kind === 'shares')
    return t('command.slot.shares', { needed: shares?.needed ?? 0, made: shares?.made ?? 0 });
  const mebibytes = (kdf?.memory ?? 0) / 1024;
  return t('command.slot.passphrase', { mebibytes, passes: kdf?.passes ?? 0 });
}

/** Words in rows of four, each with its number, to be copied by hand or printed. */
function numbered(words: string): string {
  const cells = words
    .split(' ')
    .map((word, at) => `${String(at + 1).padStart(2)} ${word.padEnd(10)}`);
  const rows = Array.from({ length: Math.ceil(cells.length / 4) }, (_, row) =>
    cells
      .slice(row * 4, row * 4 + 4)
      .join(' ')
      .trimEnd(),
  );
  return rows.join('\n');
}
