/** An archive is made, opened, locked, checked and given back; its log and undo. */
import { z } from 'zod';
import type {
  ArchiveState,
  ExportSummary,
  LogPage,
  Records,
  VerifyReport,
} from '../../../archive/face/index.ts';
import { Name, Stated } from '../../../archive/model/index.ts';
import { ExportRequest } from '../../../archive/requests.ts';
import { type Chosen, Nothing, returns, Secret, Ticket } from './returns.ts';

export const archiveCalls = {
  /** Asks for a folder; `null` when the person thinks better of it. */
  'archive.chooseFolder': returns<Chosen | null>()(
    'command',
    z.strictObject({ purpose: z.enum(['create', 'open', 'import']) }),
  ),
  'archive.suggestPassphrase': returns<string>()('query', Nothing),
  'archive.create': returns<ArchiveState>()(
    'command',
    z.strictObject({ folder: Ticket, name: Name, passphrase: Secret }),
  ),
  'archive.open': returns<ArchiveState>()(
    'command',
    z.strictObject({
      folder: Ticket,
      passphrase: Secret,
      /** Open it although it is older than when it was last open here. */
      acceptOlder: z.boolean().optional(),
    }),
  ),
  /** Makes the sample archive in a temporary folder, encrypted like any other, and opens it. */
  'archive.openSample': returns<ArchiveState>()('job', Nothing),
  'archive.lock': returns<null>()('command', Nothing),
  'archive.records': returns<Records>()('query', Nothing),
  'archive.verify': returns<VerifyReport>()('job', z.strictObject({ full: z.boolean() })),
  /** Asks where to, then writes. `null` when the person thinks better of it. */
  'archive.export': returns<ExportSummary | null>()('job', ExportRequest),
  'archive.log': returns<LogPage>()(
    'query',
    z.strictObject({ from: z.int().min(0), limit: z.int().min(1).max(500) }),
  ),
  /** Asks where to, then writes the head of the log as a file. `false` when the person thinks better of it. */
  'archive.saveHead': returns<boolean>()('command', Nothing),
  /** Who works in the archive from now on: stands in each line of the log. */
  'archive.setActor': returns<null>()('command', z.strictObject({ actor: Stated })),
  'archive.undo': returns<{ readonly action: string } | null>()('command', Nothing),
  'archive.redo': returns<{ readonly action: string } | null>()('command', Nothing),
  /** After the disk has failed: writes what waits in memory, and goes on. */
  'archive.resume': returns<null>()('command', Nothing),
  /** Gives up what waits in memory. */
  'archive.discardUnsaved': returns<null>()('command', Nothing),
};
