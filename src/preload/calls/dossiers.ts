/** Dossiers, and how they leave. */
import { z } from 'zod';
import type { DossierInspection, PackageSummary } from '../../../archive/face/index.ts';
import type { Dossier } from '../../../archive/model/index.ts';
import { DossierId, ShortText } from '../../../archive/model/index.ts';
import { DossierDraft, DossierPatch, PackageRequest } from '../../../archive/requests.ts';
import { returns } from './returns.ts';

export const dossiersCalls = {
  'dossiers.add': returns<Dossier>()('command', DossierDraft),
  'dossiers.edit': returns<Dossier>()(
    'command',
    z.strictObject({ id: DossierId, patch: DossierPatch }),
  ),
  'dossiers.delete': returns<null>()('command', z.strictObject({ id: DossierId })),
  /** The true PDF, as it would leave now. */
  'dossiers.preview': returns<{ readonly pdf: Uint8Array; readonly pages: number }>()(
    'job',
    z.strictObject({ id: DossierId }),
  ),
  /** What would leave: what stands for whom, and names found in the finished file. */
  'dossiers.inspect': returns<DossierInspection>()('job', z.strictObject({ id: DossierId })),
  /** Asks where to, then writes the PDF whole or not at all, and not with names in it. `null` when the person thinks better of it. */
  'dossiers.export': returns<{ readonly pages: number; readonly sha256: string } | null>()(
    'job',
    z.strictObject({ id: DossierId, despiteNames: z.boolean(), recipient: ShortText }),
  ),
  /** Asks where to, then writes the PDF with what stands behind it, signed. `null` when the person thinks better of it. */
  'dossiers.package': returns<PackageSummary | null>()(
    'job',
    z.strictObject({ id: DossierId, request: PackageRequest }),
  ),
};
