/** Reads files that are about to leave as another program would, and counts whose names stand in them. */
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { stripPicture } from '../dossier/picture/strip.ts';
import {
  findAllNames,
  type Forms,
  isFixed,
  type Possible,
  PossibleNames,
  withoutIdentifiers,
} from '../redact/index.ts';
import type { ExportedFile } from './view.ts';

/** Our own wording, the same in every package. */
const OURS =
  /(?:^|\/)(?:bagit\.txt|bag-info\.txt|VERIFY\.txt)$|^(?:README\.txt|VERIFY\.html|verify\.(?:sh|ps1)|signature\/.*)$/;
const ORIGINALS = /(?:^|\/)originals\//;
const PICTURE = /\.(?:png|jpe?g|webp|gif)$/;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#10': '\n',
  '#13': '\r',
  '#9': '\t',
};

export class LeakCheck {
  readonly #forms: Forms;
  readonly #asCollected: boolean;
  readonly #named = new Set<string | null>();
  readonly #possible: PossibleNames;
  /** Files that are as collected: what is in them cannot be told. */
  unchecked = 0;

  /** `asCollected`: pictures leave as they are, with what is written into their files. */
  constructor(forms: Forms, { asCollected }: { readonly asCollected: boolean }) {
    this.#forms = forms;
    this.#possible = new PossibleNames(forms, { marks: [], present: new Set() });
    this.#asCollected = asCollected;
  }

  /** How many are named; parts of names that say nobody's count as one. */
  get named(): number {
    return this.#named.size;
  }

  /** Who is named; `null` stands for all parts of names that say nobody's. */
  get entities(): ReadonlySet<string | null> {
    return this.#named;
  }

  /** What may be a name: each form once. */
  get possible(): readonly Possible[] {
    return this.#possible.all;
  }

  look({ path, bytes }: ExportedFile): void {
    if (this.#forms.empty || OURS.test(path)) return;
    this.#read(path);
    if (ORIGINALS.test(path) || (this.#asCollected && PICTURE.test(path))) this.unchecked += 1;
    else if (PICTURE.test(path)) this.#lookAtPicture(bytes);
    else if (path.endsWith('.qdpx'))
      for (const [inside, part] of Object.entries(unzipSync(bytes)))
        this.look({ path: inside, bytes: part });
    else for (const text of textsIn(path, decoded(bytes))) this.#read(text);
  }

  /** A picture from which something can still be taken out is not pixels alone. */
  #lookAtPicture(bytes: Uint8Array): void {
    const stripped = stripPicture(bytes);
    if (!stripped.ok || Buffer.compare(stripped.value.bytes, bytes) !== 0) this.#named.add(null);
  }

  #read(text: string): void {
    if (isFixed(text)) return;
    const bare = withoutIdentifiers(text);
    const names = findAllNames(bare, this.#forms);
    for (const { entity } of names.found) this.#named.add(entity);
    this.#possible.look(bare, names);
  }
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function textsIn(path: string, text: string): Iterable<string> {
  if (/\.(?:json|jsonld)$/.test(path)) return stringsIn(JSON.parse(text));
  if (path.endsWith('.csv')) return cellsIn(text);
  if (path.endsWith('.qde')) return valuesIn(text);
  return [text];
}

/** Of records, what is written in them: keys are ours. */
function* stringsIn(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (typeof node === 'object' && node !== null)
    for (const part of Object.values(node)) yield* stringsIn(part);
}

/** Below the head; several values of one cell are parted by `; `. */
function cellsIn(text: string): string[] {
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true });
  return rows.slice(1).flatMap((row) => row.flatMap((cell) => cell.split('; ')));
}

function valuesIn(xml: string): string[] {
  return [...xml.matchAll(/="([^"]*)"|>([^<]+)</g)].map(([, value = '', text = '']) =>
    (value + text).replace(/&([#\w]+);/g, (sign, name: string) => ENTITIES[name] ?? sign),
  );
}
