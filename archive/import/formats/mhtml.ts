/** Reads a page that a browser saved as one file (MHTML): its markup like any page, its address and its date. */
import { toPartialDate } from '../dates.ts';
import type { Hint, SourceDraft } from '../draft.ts';
import { decode } from '../encoding.ts';
import { mimeHead, type MimePart, mimeParts, parameterOf } from '../mime/mime-parts.ts';
import { toAddress } from '../readings.ts';
import { keepAsFile } from './file.ts';
import { readHtml } from './html.ts';

const METHOD = { name: 'kuferak-mhtml', version: '1' };

export function readMhtml(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const head = mimeHead(bytes);
  const snapshot = head.get('snapshot-content-location');
  const page = pageOf(mimeParts(bytes), snapshot, head.get('content-type') ?? '');
  if (page === null) return keepAsFile(hint, mediaType, ['container-damaged']);
  const encoding =
    hint.encoding ?? parameterOf(page.head.get('content-type') ?? '', 'charset') ?? undefined;
  const address = hint.address ?? toAddress(snapshot ?? page.head.get('content-location') ?? '');
  const captured = hint.captured ?? toPartialDate(head.get('date') ?? '');
  const told: Hint = {
    ...hint,
    ...(encoding !== undefined && { encoding }),
    ...(address !== null && { address }),
    ...(captured !== null && { captured }),
    ...(hint.address === undefined && { by: 'mhtml' }),
  };
  return { ...readHtml(page.body(), told, mediaType), textMethod: METHOD };
}

/** The page's markup alone; `null` when there is none. */
export function markupOfMhtml(bytes: Uint8Array, hint: Hint): string | null {
  const head = mimeHead(bytes);
  const snapshot = head.get('snapshot-content-location');
  const page = pageOf(mimeParts(bytes), snapshot, head.get('content-type') ?? '');
  if (page === null) return null;
  const charset = parameterOf(page.head.get('content-type') ?? '', 'charset') ?? undefined;
  return decode(page.body(), hint.encoding ?? charset, true).text;
}

/** The part that the message names as its root; else the one at the page's own address; else the first page. */
function pageOf(
  parts: readonly MimePart[],
  snapshot: string | undefined,
  type: string,
): MimePart | null {
  const pages = parts.filter(({ head }) =>
    /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(head.get('content-type') ?? ''),
  );
  const start = parameterOf(type, 'start');
  return (
    pages.find(({ head }) => start !== null && head.get('content-id') === start) ??
    pages.find(({ head }) => snapshot !== undefined && head.get('content-location') === snapshot) ??
    pages[0] ??
    null
  );
}
