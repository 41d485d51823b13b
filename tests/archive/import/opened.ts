/** Reads made-up files as the engine does, parts and all. */
import {
  createReader,
  type FoundPart,
  type Hint,
  type Listed,
  type SourceDraft,
} from '../../../archive/import/index.ts';
import type { Part } from '../../../archive/import/parts.ts';
import { type Job, quietJob } from '../../../archive/lib/job.ts';
import { Metadata, TextDocument } from '../../../archive/model/index.ts';

export interface All {
  readonly draft: SourceDraft;
  readonly parts: readonly Part[];
  /** All that it holds, those that were not wanted included. */
  readonly count: number | null;
  /** Those whose bytes could be had. */
  readonly found: readonly FoundPart[];
  /** Names of the others, with why. */
  readonly lost: readonly (readonly [name: string, failure: string])[];
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const letters = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
/** A letter a byte, for what is in no Unicode encoding. */
export const raw = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

export class Opener {
  readonly #reader = createReader();

  async open(
    content: string | Uint8Array,
    hint: string | Hint,
    only?: readonly number[],
  ): Promise<All> {
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    const known = typeof hint === 'string' ? { name: hint } : hint;
    const opened = await this.#reader.open(bytes, known, false, only);
    if (!opened.ok) throw new Error(opened.error.code);
    const { draft } = opened.value;
    Metadata.parse(draft.metadata);
    if (draft.text) TextDocument.parse(draft.text);
    const parts: Part[] = [];
    for await (const part of opened.value.parts ?? []) parts.push(part);
    return {
      draft,
      parts,
      count: opened.value.parts?.count ?? null,
      found: parts.filter((part) => 'bytes' in part),
      lost: parts.flatMap((part) =>
        'failure' in part ? [[part.name, part.failure] as const] : [],
      ),
    };
  }

  /** A part, read as the engine reads it. */
  part({ name, bytes, hint }: FoundPart): Promise<All> {
    return this.open(bytes, { ...hint, name });
  }

  /** What it holds; `null` when it holds nothing. The bytes stay with the caller. */
  async list(bytes: Uint8Array, name: string, job: Job = quietJob): Promise<Listed | null> {
    const listed = await this.#reader.list(new Uint8Array(bytes), { name }, job);
    if (!listed.ok) throw new Error(listed.error.code);
    return listed.value;
  }

  close(): Promise<void> {
    return this.#reader.close();
  }
}
