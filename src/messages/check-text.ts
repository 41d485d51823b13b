/** What was found of a proof that came along with a file, in plain sentences for window and command line alike. */
import type { Reading } from '../../archive/model/index.ts';
import type { Translate } from './translate.ts';

type Outcome = 'agrees' | 'differs' | 'missing';

export interface CheckText {
  readonly outcome: Outcome;
  readonly says: string;
  /** Whose key, and when. */
  readonly more: readonly string[];
  /** What it does not prove: the same for all of its kind. */
  readonly limits: readonly string[];
}

type Words = Omit<CheckText, 'outcome'>;

/** Many proofs are named by a digest; its beginning tells them apart. A fingerprint is written in capitals, and whole. */
const DIGEST = /([0-9a-f]{8})[0-9a-f]{56,}/g;

/** What said it is written into the source as the check found it: the kind of proof, what it says, and its file. */
export function checkText(
  t: Translate,
  { value, from: whole }: Pick<Reading, 'value' | 'from'>,
): CheckText {
  const from = whole.replaceAll(DIGEST, '$1…');
  const outcome: Outcome = value === 'agrees' || value === 'differs' ? value : 'missing';
  const words = openPgp(t, outcome, from) ?? stamp(t, outcome, from) ?? digest(t, outcome, from);
  return {
    outcome,
    ...(words ?? { says: t(`proof.other.${outcome}`, { name: from }), more: [], limits: [] }),
  };
}

const BY_KEY = /^OpenPGP signature by ([0-9A-F]+)(?: at (\S+))?: (.*)$/;
const WITHOUT = /^OpenPGP signature, ([a-z ]+): (.*)$/;
const WHY = {
  'no key': 'proof.openpgp.noKey',
  unreadable: 'proof.openpgp.unreadable',
  unsupported: 'proof.openpgp.unsupported',
  'file missing': 'proof.openpgp.gone',
  'too much': 'proof.openpgp.tooMuch',
} as const;

function openPgp(t: Translate, outcome: Outcome, from: string): Words | null {
  const [, fingerprint, at, name = ''] = BY_KEY.exec(from) ?? [];
  if (fingerprint !== undefined && outcome !== 'missing') {
    const key = t('proof.openpgp.key', { fingerprint: fingerprint.replace(/(.{4})(?=.)/g, '$1 ') });
    const when = at === undefined ? [] : [t('proof.openpgp.at', { at: momentOf(at) })];
    const says = t(`proof.openpgp.${outcome}`, { name });
    if (outcome === 'differs') return { ...plain(says), more: [key] };
    return { says, more: [key, ...when], limits: [t('proof.openpgp.own')] };
  }
  const [, why = '', file = ''] = WITHOUT.exec(from) ?? [];
  if (!Object.hasOwn(WHY, why)) return null;
  return plain(t(WHY[why as keyof typeof WHY], { name: file }));
}

const STAMP = /^time stamp(?: of (\S+)| in block (\d+)|, ([a-z ]+))?: (.*)$/;

function stamp(t: Translate, outcome: Outcome, from: string): Words | null {
  const [found, at, height, state, name = ''] = STAMP.exec(from) ?? [];
  if (found === undefined) return null;
  if (outcome === 'agrees' && at !== undefined)
    return plain(t('proof.stamp.of', { name, at: momentOf(at) }), t('stamp.trustUnchecked'));
  if (outcome === 'agrees' && height !== undefined)
    return plain(t('proof.stamp.block', { name, height }), t('proof.stamp.blockUnchecked'));
  if (outcome === 'differs') return plain(t('proof.stamp.differs', { name }));
  if (state === 'pending')
    return plain(t('proof.stamp.pending', { name }), t('stamp.pendingUnchecked'));
  if (state === 'signature unchecked') return plain(t('proof.stamp.unsigned', { name }));
  const key = state === 'file missing' ? 'proof.stamp.gone' : 'proof.stamp.unreadable';
  return plain(t(key, { name }));
}

const FROM_TOOL = /^(ProofMode|Save|Tella|auto-archiver|datapackage\.json): (.*)$/;

function digest(t: Translate, outcome: Outcome, from: string): Words | null {
  const [, tool, name = ''] = FROM_TOOL.exec(from) ?? [];
  if (tool !== undefined) {
    const limits = outcome === 'agrees' ? [t('proof.digest.claim')] : [];
    // The description of a web archive names each file that it speaks of.
    const by = tool === 'datapackage.json' ? { tool: name, name: tool } : { tool, name };
    return plain(t(`proof.digest.${outcome}`, by), ...limits);
  }
  const record = /^WARC-[A-Za-z]+-Digest$/.exec(from)?.[0];
  if (record !== undefined) return plain(t(`proof.record.${outcome}`, { name: record }));
  const signer = /^WACZ signature: (.*)$/.exec(from)?.[1];
  if (signer !== undefined) return plain(t(`proof.wacz.${outcome}`, { name: signer }));
  const attested = /^attestation: (.*)$/.exec(from)?.[1];
  return attested === undefined ? null : plain(t('proof.attestation', { name: attested }));
}

const plain = (says: string, ...limits: readonly string[]): Words => ({ says, more: [], limits });

/** As the proof writes it, to the second. */
const momentOf = (at: string): string => at.replace('T', ' ').replace(/Z$/, ' UTC');
