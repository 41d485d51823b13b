/** When a dossier, or the whole archive, left before, for whom, and what was done since to what is in it. */
import type { EarlierExport, Edition, EarlierWhole, ExportFormat } from '../face/index.ts';
import type { Activity, Dossier } from '../model/index.ts';
import { inOrder } from '../store/log.ts';
import type { Reading } from '../store/state.ts';
import { provedBy } from './chronology-material.ts';

/** `null` when it never left. Names count too: who is hidden depends on them. */
export function earlierExport(reading: Reading, dossier: Dossier): EarlierExport | null {
  const lines = inOrder(reading.all('activities'));
  const letOut = ({ action, subjects }: Activity) =>
    action === 'dossier.export' && subjects.includes(dossier.id);
  const at = lines.findLastIndex(letOut);
  const [last, ...before] = lines
    .slice(0, at + 1)
    .filter(letOut)
    .reverse();
  if (!last) return null;
  const about = idsIn(reading, dossier);
  return {
    ...editionOf(last),
    before: before.map(editionOf),
    since: counted(
      lines.slice(at + 1).filter(({ subjects }) => subjects.some((id) => about.has(id))),
    ),
  };
}

function editionOf({ at, facts }: Activity): Edition {
  const { version, sha256, recipient = '' } = facts;
  return {
    version: Number(version),
    at,
    sha256: String(sha256),
    recipient: String(recipient),
  };
}

/** The latest, or the latest to a recipient that is named. Looking and letting out change nothing. */
export function earlierWhole(reading: Reading, recipient: string): EarlierWhole | null {
  const lines = inOrder(reading.all('activities'));
  const at = lines.findLastIndex(
    ({ action, facts }) =>
      action === 'archive.export' && (recipient === '' || facts.recipient === recipient),
  );
  const line = lines[at];
  if (!line) return null;
  const { format, sha256 = null, recipient: whom = '' } = line.facts;
  return {
    at: line.at,
    format: String(format) as ExportFormat,
    sha256: sha256 === null ? null : String(sha256),
    recipient: String(whom),
    since: counted(lines.slice(at + 1).filter(({ action }) => !LEAVES_ALL_AS_IT_IS.has(action))),
  };
}

const LEAVES_ALL_AS_IT_IS: ReadonlySet<Activity['action']> = new Set([
  'archive.export',
  'archive.verify',
  'claims.export',
  'codes.export',
  'comparison.export',
  'names.export',
  'timeline.export',
  'wording.export',
  'source.check',
  'source.derive',
]);

function counted(lines: readonly Activity[]): EarlierWhole['since'] {
  const counts = new Map<Activity['action'], number>();
  for (const { action } of lines) counts.set(action, (counts.get(action) ?? 0) + 1);
  return [...counts].map(([action, count]) => ({ action, count }));
}

function idsIn(reading: Reading, dossier: Dossier): ReadonlySet<string> {
  const ids = new Set<string>([dossier.id]);
  const addQuote = (id: string) => {
    ids.add(id);
    const source = reading.get('quotes', id)?.source;
    if (source !== undefined) ids.add(source);
  };
  for (const section of dossier.sections) {
    if (section.kind === 'quote') addQuote(section.quote);
    else if (section.kind === 'claim') {
      ids.add(section.claim);
      for (const { quote } of reading.get('claims', section.claim)?.rows ?? []) addQuote(quote);
    } else if (section.kind === 'source') ids.add(section.source);
    else if (section.kind === 'chronology')
      for (const entry of section.entries) {
        const proof = provedBy(reading, entry);
        if (proof?.quote) addQuote(proof.quote);
        else if (proof) ids.add(proof.source);
        if (entry.kind === 'claim-row') ids.add(entry.claim);
      }
    else if (section.kind === 'comparison') ids.add(section.a).add(section.b);
  }
  for (const { id } of reading.all('entities')) ids.add(id);
  return ids;
}
