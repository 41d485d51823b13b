/** Tags and how they are used. */
import { z } from 'zod';
import type { CodeTable, ExportSummary, TagUse } from '../../../archive/face/index.ts';
import type { Tag } from '../../../archive/model/index.ts';
import { TagId, TagMemo } from '../../../archive/model/index.ts';
import {
  CodeExportRequest,
  CodeTableRequest,
  TagDraft,
  TagMany,
  TagPatch,
  TagSplit,
} from '../../../archive/requests.ts';
import { Nothing, returns } from './returns.ts';

export const tagsCalls = {
  'tags.add': returns<Tag>()('command', TagDraft),
  'tags.edit': returns<Tag>()('command', z.strictObject({ id: TagId, patch: TagPatch })),
  /** How often each tag is used; those that are not are left out. */
  'tags.uses': returns<readonly TagUse[]>()('query', Nothing),
  /** Takes one tag up into another. */
  'tags.merge': returns<Tag>()('command', z.strictObject({ from: TagId, into: TagId })),
  /** Moves chosen uses to another tag, and answers that one. */
  'tags.split': returns<Tag>()('command', TagSplit),
  /** `takeOff`: although things have it. Answers off how many it came. */
  'tags.delete': returns<{ readonly takenOff: number }>()(
    'command',
    z.strictObject({ id: TagId, takeOff: z.boolean() }),
  ),
  'tags.many': returns<{ readonly changed: number }>()('command', TagMany),
  'tags.addMemo': returns<Tag>()(
    'command',
    z.strictObject({ id: TagId, text: TagMemo.shape.text }),
  ),
  'tags.deleteMemo': returns<Tag>()('command', z.strictObject({ id: TagId, memo: TagMemo })),
  /** Of the tags that are used most: how often, where they meet, or in which sources they stand. */
  'codes.table': returns<CodeTable>()('query', CodeTableRequest),
  /** Asks where to, then writes such a table. `null` when the person thinks better of it. */
  'codes.export': returns<ExportSummary | null>()('job', CodeExportRequest),
};
