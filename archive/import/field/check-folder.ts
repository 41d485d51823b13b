/** Checks what tools of the field say of files that lie beside one another on the disk, as it is done with a zip of them. */
import { type FileChecks, type FolderFile, limits } from '../../model/index.ts';
import { asReadings } from '../checks.ts';
import { checkPackage } from './check-package.ts';
import { onDisk } from './member.ts';

/** Those of which something is said; none for most folders. */
export async function checkFolder(files: readonly FolderFile[]): Promise<readonly FileChecks[]> {
  const { ofMember, digestOf } = await checkPackage(files.map(onDisk), limits.packageBytes);
  return [...ofMember].map(([name, checks]) => ({
    name,
    sha256: digestOf(name),
    checks: asReadings(checks),
  }));
}
