/** A zipped document: its files by name, each unpacked only when it is asked for and only within the limits. */
import { fail, ok, type Result } from '../../lib/result.ts';
import { DOCUMENT, openZip } from '../zip/open-zip.ts';

export type PackageFailure = 'document-damaged' | 'needs-password';

export interface Package {
  readonly names: readonly string[];
  /** `null` when there is no such file; fails when it is broken or unpacks to more than the limits allow. */
  read(name: string): Promise<Result<Uint8Array | null, PackageFailure>>;
}

export async function openPackage(bytes: Uint8Array): Promise<Result<Package, PackageFailure>> {
  const members = await openZip(bytes, DOCUMENT);
  if (members === null) return fail('document-damaged');
  const byName = new Map(members.map((member) => [member.name, member]));
  return ok({
    names: [...byName.keys()],
    read: async (name) => {
      const unpacked = await byName.get(name)?.read();
      if (unpacked === undefined) return ok(null);
      if (typeof unpacked !== 'string') return ok(unpacked);
      return fail(unpacked === 'part-encrypted' ? 'needs-password' : 'document-damaged');
    },
  });
}
