/** What every command has: its arguments, and an open archive that is closed again whatever happens. */
import { parseArgs } from 'node:util';
import { type Archive, openArchive } from '../../archive/index.ts';
import { type Failure, ok, type Result } from '../../archive/lib/result.ts';
import { anchorFolder } from './anchors.ts';
import { en } from '../messages/en.ts';
import { isMessageKey } from '../messages/translate.ts';
import { t, warn } from './output.ts';
import { readPassphrase } from './passphrase.ts';
import { statedAs } from './stated.ts';
import { UsageError } from './usage.ts';

/** A command answers a failure, or `null` when all went well. */
export type Run = (args: readonly string[]) => Promise<Failure | null>;

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
}

export interface Arguments {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}

const common = {
  'passphrase-file': { type: 'string' },
  json: { type: 'boolean' },
  'accept-older': { type: 'boolean' },
  actor: { type: 'string' },
} as const;

/** Throws `UsageError` for unknown options and for too few or too many arguments. */
export function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
  least: number,
  most = least,
): Arguments {
  const { values, positionals } = parse(args, { ...common, ...options });
  if (positionals.length < least || positionals.length > most) throw new UsageError();
  return {
    positionals,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    texts: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
    },
    flag: (name) => values[name] === true,
  };
}

function parse(args: readonly string[], options: Record<string, Option>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(unknownOption(args, options, error));
  }
}

/** What is not known; `null` where something else is wrong. */
function unknownOption(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
  error: unknown,
): string | null {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return null;
  const given = args.find(
    (arg) => arg.startsWith('-') && !Object.hasOwn(options, arg.replace(/^--|=.*$/gs, '')),
  );
  if (given === undefined) return null;
  const known = Object.keys(options).map((name) => `--${name}`);
  return t('command.unknownOption', { option: given.replace(/=.*$/s, ''), known: known.join(' ') });
}

export async function passphraseOf(parsed: Arguments): Promise<Result<string>> {
  const from = parsed.text('passphrase-file');
  if (from === undefined) throw new UsageError(t('command.needsPassphrase'));
  return readPassphrase(from);
}

/** `known` is the passphrase when it was read already: standard input gives it once. */
export async function withArchive(
  parsed: Arguments,
  work: (archive: Archive) => Promise<Failure | null>,
  known?: string,
): Promise<Failure | null> {
  const passphrase = known === undefined ? await passphraseOf(parsed) : ok(known);
  if (!passphrase.ok) return passphrase.error;
  const [folder = ''] = parsed.positionals;
  const opened = await openArchive(folder, passphrase.value, {
    anchors: anchorFolder(),
    acceptOlder: parsed.flag('accept-older'),
  });
  if (!opened.ok) return opened.error;
  const archive = opened.value;
  try {
    await tellNotices(archive);
    const actor = parsed.text('actor');
    if (actor !== undefined) await archive.actAs(statedAs(actor));
    return await work(archive);
  } finally {
    await archive.close();
  }
}

async function tellNotices(archive: Archive): Promise<void> {
  const state = await archive.state();
  if (!state.ok) return;
  for (const code of state.value.notices) {
    const key = `notice.${code}`;
    warn(isMessageKey(key, en) ? t(key as 'notice.anchor-missing') : t('command.notice', { code }));
  }
  if (state.value.readOnly !== null) warn(t('command.readOnly', { code: state.value.readOnly }));
}
