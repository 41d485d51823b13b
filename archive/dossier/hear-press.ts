/** Hears what a press says while it makes one dossier, and puts the pieces of the finished file together. */
import type { Job } from '../lib/job.ts';
import { collectYoung } from '../lib/memory.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { DossierFailure, MadePdf } from './material.ts';
import type { FromPress } from './press.ts';

/** Pieces of the last file that this press made, by their names. */
export type KeptPieces = Map<string, Uint8Array>;

interface Hearing {
  /** Of the same press, from one dossier to the next. */
  readonly kept: KeptPieces;
  readonly progress: Job['progress'];
  /** Called once, with the last that it says. */
  readonly made: (result: Result<MadePdf, DossierFailure>) => void;
}

export function hearPress({ kept, progress, made }: Hearing): (message: FromPress) => void {
  const file = new HeardFile(kept);
  return (message) => {
    switch (message.kind) {
      case 'wants':
        break;
      case 'progress':
        progress(message.done, message.total);
        break;
      case 'piece':
        file.put(message);
        // The message is garbage now: to the collector a small object, whatever it refers to.
        collectYoung();
        break;
      case 'again':
        file.putAgain(message);
        break;
      case 'made':
        made(finished(message.result, file));
        break;
    }
  };
}

class HeardFile {
  readonly #kept: KeptPieces;
  readonly #named = new Set<string>();
  #pdf = new Uint8Array(0);
  #missing = false;

  constructor(kept: KeptPieces) {
    this.#kept = kept;
  }

  put({ of, places, bytes, name }: Extract<FromPress, { kind: 'piece' }>): void {
    this.#takeRoom(of);
    let from = 0;
    for (const { at, length } of places) {
      this.#pdf.set(bytes.subarray(from, from + length), at);
      from += length;
    }
    if (name === undefined) return;
    this.#kept.set(name, bytes);
    this.#named.add(name);
  }

  putAgain({ of, pieces }: Extract<FromPress, { kind: 'again' }>): void {
    this.#takeRoom(of);
    for (const { at, name } of pieces) {
      const bytes = this.#kept.get(name);
      if (bytes) this.#pdf.set(bytes, at);
      else this.#missing = true;
      this.#named.add(name);
    }
  }

  /** `null` when there was nothing in the place of a piece. From now on only what is in this file is kept. */
  whole(): Uint8Array<ArrayBuffer> | null {
    for (const name of this.#kept.keys()) if (!this.#named.has(name)) this.#kept.delete(name);
    return this.#missing ? null : this.#pdf;
  }

  #takeRoom(length: number): void {
    if (this.#pdf.length !== length) this.#pdf = new Uint8Array(length);
  }
}

function finished(
  result: Result<Omit<MadePdf, 'pdf'>, DossierFailure>,
  file: HeardFile,
): Result<MadePdf, DossierFailure> {
  if (!result.ok) return result;
  const pdf = file.whole();
  return pdf ? ok({ ...result.value, pdf }) : fail('typesetting-failed');
}
