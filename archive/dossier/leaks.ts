/** Reads a finished PDF back and searches it for names: the text of each page as a reader decodes it, alternative texts, links, bookmarks, its own data, and what is attached. */
import { openPdf, type PDFDocumentProxy } from '../import/pdf/open.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { EntityId } from '../model/index.ts';
import { findAllNames } from '../redact/find.ts';
import type { Forms, HintReason } from '../redact/index.ts';
import { joinedLines } from './joined-lines.ts';
import { type Besides, PossibleNames } from '../redact/possible.ts';

export interface Leak {
  readonly where: 'page' | 'bookmark' | 'document-data' | 'attachment';
  /** From 1; `null` when it stands on none. */
  readonly page: number | null;
  /** `null` when a part of a name stands there alone. */
  readonly entity: EntityId | null;
  readonly count: number;
}

/** What may be a name, and holds nothing back. */
export interface PossibleLeak extends Leak {
  readonly form: string;
  readonly why: HintReason;
}

export interface Leaks {
  readonly leaks: readonly Leak[];
  readonly possible: readonly PossibleLeak[];
}

const NOTHING_BESIDES: Besides = { marks: [], present: new Set() };

/** `typesetting-failed`: what was made cannot be read back, so nothing can be said of it. */
export async function findLeaks(
  pdf: Uint8Array,
  forms: Forms,
  besides = NOTHING_BESIDES,
): Promise<Result<Leaks, 'typesetting-failed'>> {
  if (forms.empty) return ok({ leaks: [], possible: [] });
  const opened = await openPdf(pdf);
  if (!opened.ok) return fail('typesetting-failed');
  const document = opened.value;
  try {
    const leaks: Leak[] = [];
    const possible: PossibleLeak[] = [];
    const look = (texts: readonly Read[], where: Leak['where'], page: number | null = null) => {
      const here = namesIn(texts, forms, besides);
      leaks.push(...here.leaks.map((one) => ({ where, page, ...one })));
      possible.push(...here.possible.map((one) => ({ where, page, ...one })));
    };
    for (let page = 1; page <= document.numPages; page++)
      look(await textsOfPage(document, page), 'page', page);
    look(await bookmarks(document), 'bookmark');
    look(await ownData(document), 'document-data');
    look(await attachments(document), 'attachment');
    return ok({ leaks, possible });
  } catch {
    return fail('typesetting-failed');
  } finally {
    await document.loadingTask.destroy();
  }
}

type Placed<T> = Omit<T, 'where' | 'page'>;

interface Read {
  readonly text: string;
  /** Without ends of lines. */
  readonly joined?: true;
  /** What stands side by side in it may be chance: only somebody's own name counts, not a part of one. */
  readonly chance?: true;
}

/** Several texts are one place in several ways: the way that shows most counts. */
function namesIn(
  texts: readonly Read[],
  forms: Forms,
  besides: Besides,
): { readonly leaks: readonly Placed<Leak>[]; readonly possible: readonly Placed<PossibleLeak>[] } {
  const most = new Map<string | null, number>();
  const possible = new Map<string, Placed<PossibleLeak>>();
  for (const { text, joined, chance } of texts) {
    const names = findAllNames(text, forms, joined ? 'joined' : 'prose');
    const here = new Map<string | null, number>();
    for (const { entity } of names.found) here.set(entity, (here.get(entity) ?? 0) + 1);
    for (const [entity, count] of here)
      if (count > (most.get(entity) ?? 0) && (entity !== null || !chance)) most.set(entity, count);
    if (chance) continue;
    const hints = new PossibleNames(forms, besides);
    hints.look(text, names);
    for (const hint of hints.all) {
      const key = JSON.stringify([hint.entity, hint.form, hint.why]);
      if (hint.count > (possible.get(key)?.count ?? 0))
        possible.set(key, { ...hint, entity: hint.entity as EntityId | null });
    }
  }
  const leaks = [...most].map(([entity, count]) => ({ entity: entity as EntityId | null, count }));
  return { leaks, possible: [...possible.values()] };
}

/**
 * Once with the ends of lines as spaces, once with those joined that end inside of a word, for a long one is broken without a
 * hyphen, and once with all joined.
 */
async function textsOfPage(document: PDFDocumentProxy, number: number): Promise<Read[]> {
  const page = await document.getPage(number);
  try {
    const { items } = await page.getTextContent();
    const parts = items.flatMap((item) =>
      'str' in item ? [item.str, ...(item.hasEOL ? ['\n'] : [])] : [],
    );
    const lines = parts.join('').split('\n');
    const besides = stringsIn([await page.getStructTree(), await page.getAnnotations()]);
    return [
      { text: lines.join('\n') },
      { text: joinedLines(lines), joined: true },
      { text: lines.join(''), joined: true, chance: true },
      { text: besides.join('\n\n') },
    ];
  } finally {
    page.cleanup();
  }
}

async function bookmarks(document: PDFDocumentProxy): Promise<Read[]> {
  const outline: unknown = await document.getOutline();
  return [{ text: stringsIn(outline).join('\n\n') }];
}

/** Titles, authors and the like, and the same again as XMP. */
async function ownData(document: PDFDocumentProxy): Promise<Read[]> {
  const data: { info: unknown; metadata: { getRaw(): unknown } | null } =
    await document.getMetadata();
  const raw: unknown = data.metadata?.getRaw();
  return [
    { text: stringsIn(data.info).join('\n\n') },
    { text: typeof raw === 'string' ? raw.replace(/<[^>]*>/g, '\n\n') : '' },
  ];
}

async function attachments(document: PDFDocumentProxy): Promise<Read[]> {
  const all = await document.getAttachments();
  const parts = stringsIn(all);
  // Their bytes are asked for one by one.
  for (const id of all?.keys() ?? [])
    parts.push(...stringsIn(await document.getAttachmentContent(id)));
  return [{ text: parts.join('\n\n') }];
}

/** Every string inside, and bytes as text. */
function stringsIn(node: unknown, depth = 0): string[] {
  if (typeof node === 'string') return [node];
  if (node instanceof Uint8Array) return [new TextDecoder().decode(node)];
  if (typeof node !== 'object' || node === null || depth > 200) return [];
  const parts: unknown[] =
    node instanceof Map ? [...node.keys(), ...node.values()] : Object.values(node);
  return parts.flatMap((part) => stringsIn(part, depth + 1));
}
