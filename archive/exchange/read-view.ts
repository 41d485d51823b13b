/** Reads texts and originals out of a view, one at a time; stops at the first that cannot be read. */
import type { Job } from '../lib/job.ts';
import { FailureError } from '../lib/result.ts';
import type { Source, TextDocument } from '../model/index.ts';
import type { ArchiveView } from './view.ts';

export async function textOf(view: ArchiveView, source: Source): Promise<TextDocument | null> {
  const text = await view.text(source.id);
  if (!text.ok) throw new FailureError({ code: 'damaged' });
  return text.value;
}

/** `null` when it is not to leave. */
export async function originalOf(view: ArchiveView, source: Source): Promise<Uint8Array | null> {
  const bytes = await view.original(source.id);
  if (!bytes.ok) throw new FailureError({ code: 'damaged' });
  return bytes.value;
}

export function stopIfCancelled(job: Job): void {
  if (job.signal.aborted) throw new FailureError({ code: 'cancelled' });
}

/** A text as a file: UTF-8. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function encodeJson(value: unknown): Uint8Array {
  return encode(`${JSON.stringify(value, null, 2)}\n`);
}
