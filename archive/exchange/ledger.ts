/** Digests of files as they go by, and the manifests that they make. */
import { createHash } from 'node:crypto';
import type { ExportedFile } from './view.ts';

export const algorithms = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof algorithms)[number];

export class Ledger {
  readonly #digests: { path: string; sha256: string; sha512: string }[] = [];
  bytes = 0;

  get count(): number {
    return this.#digests.length;
  }

  note({ path, bytes }: ExportedFile): void {
    const [sha256, sha512] = algorithms.map((name) => createHash(name).update(bytes).digest('hex'));
    this.#digests.push({ path, sha256: sha256 ?? '', sha512: sha512 ?? '' });
    this.bytes += bytes.length;
  }

  manifest(name: Algorithm): string {
    return this.#digests.map((entry) => `${entry[name]}  ${entry.path}\n`).join('');
  }
}
