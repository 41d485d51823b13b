/** Reads made-up files as the engine does, parts and all. */
import {
  createReader,
  type FoundPart,
  type Hint,
  type SourceDraft,
} from '../../../archive/import/index.ts';
import type { Part } from '../../../archive/import/parts.ts';
import { Metadata, TextDocument } from '../../../archive/model/index.ts';

export interface All {
  readonly draft: SourceDraft;
  readonly parts: readonly Part[];
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

  async open(content: string | Uint8Array, hint: string | Hint): Promise<All> {
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    const opened = await this.#reader.open(bytes, typeof hint === 'string' ? { name: hint } : hint);
    if (!opened.ok) throw new Error(opened.error.code);
    const { draft } = opened.value;
    Metadata.parse(draft.metadata);
    if (draft.text) TextDocument.parse(draft.text);
    const parts: Part[] = [];
    for await (const part of opened.value.parts ?? []) parts.push(part);
    return {
      draft,
      parts,
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

  close(): Promise<void> {
    return this.#reader.close();
  }
}
