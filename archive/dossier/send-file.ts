/** Sends a finished file in pieces, and of what the other side has already only the names. */
import { collectYoung } from '../lib/memory.ts';
import { limits } from '../model/limits.ts';
import type { FromPress } from './press.ts';
import type { FilePart } from './put-in.ts';

/** Resolves when there is room for the next message, where that can be known. */
export type Say = (message: FromPress) => Promise<void> | void;

export class FileSender {
  readonly #say: Say;
  /** Names of the pieces of the last file. */
  #sent: ReadonlySet<string> = new Set();

  constructor(say: Say) {
    this.#say = say;
  }

  /** Pictures have names when `remembers`: then the next file may only name them. */
  async send(
    file: readonly FilePart[],
    { remembers }: { readonly remembers: boolean },
  ): Promise<void> {
    const of = file.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const { named, others } = partsOf(file, remembers);
    const again = named.filter(({ name }) => this.#sent.has(name));
    if (again.length > 0)
      void this.#say({ kind: 'again', of, pieces: again.map(({ at, name }) => ({ at, name })) });
    for (const { at, bytes, name } of named)
      if (!this.#sent.has(name)) await this.#give(of, [{ at, bytes }], name);
    for (const together of inPieces(others)) await this.#give(of, together);
    this.#sent = new Set(named.map(({ name }) => name));
  }

  async #give(of: number, parts: readonly Part[], name?: string): Promise<void> {
    const places = parts.map(({ at, bytes: { length } }) => ({ at, length }));
    // A copy: where a message is cloned, a part of a buffer would bring all of it.
    const bytes = new Uint8Array(Buffer.concat(parts.map((part) => part.bytes)));
    await this.#say({ kind: 'piece', of, places, bytes, ...(name !== undefined && { name }) });
    collectYoung();
  }
}

/** Some bytes, and where they begin in the file. */
interface Part {
  readonly at: number;
  readonly bytes: Uint8Array;
}

interface Named extends Part {
  readonly name: string;
}

/** Each no longer than a piece may be. */
function partsOf(
  file: readonly FilePart[],
  names: boolean,
): { readonly named: readonly Named[]; readonly others: readonly Part[] } {
  const named: Named[] = [];
  const others: Part[] = [];
  let start = 0;
  for (const { bytes, picture } of file) {
    const isNamed = names && picture !== null && bytes.length >= limits.pressNamedBytes;
    for (let from = 0; from < bytes.length; from += limits.pressPieceBytes) {
      const part = {
        at: start + from,
        bytes: bytes.subarray(from, from + limits.pressPieceBytes),
      };
      if (isNamed) named.push({ ...part, name: `${picture} ${from}` });
      else others.push(part);
    }
    start += bytes.length;
  }
  return { named, others };
}

/** As many together as one piece may hold. */
function* inPieces(parts: readonly Part[]): Generator<readonly Part[]> {
  let together: Part[] = [];
  let length = 0;
  for (const part of parts) {
    if (length + part.bytes.length > limits.pressPieceBytes) {
      yield together;
      [together, length] = [[], 0];
    }
    together.push(part);
    length += part.bytes.length;
  }
  if (length > 0) yield together;
}
