/** Which dates are asked for, by the options that say so. */
import type { Archive } from '../../archive/index.ts';
import { ok, type Result } from '../../archive/lib/result.ts';
import { SourceKind } from '../../archive/model/index.ts';
import { TimelineRequest } from '../../archive/requests.ts';
import type { Arguments } from './command.ts';
import { findEntity } from './find-entity.ts';
import { findSource } from './find-source.ts';
import { findTags } from './find-tags.ts';
import { someOf } from './one-of.ts';
import { t } from './output.ts';
import { UsageError } from './usage.ts';

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
export const timelineOptions = {
  from: text,
  to: text,
  'date-of': many,
  tag: many,
  name: text,
  naming: text,
  kind: many,
} as const;

interface Besides {
  /** Of this source alone. */
  readonly source?: string | undefined;
  /** Which dates, where none are named. */
  readonly roles?: TimelineRequest['roles'];
}

export async function timelineRequest(
  archive: Archive,
  parsed: Arguments,
  { source: from, roles = [] }: Besides,
): Promise<Result<TimelineRequest>> {
  const records = await archive.records();
  if (!records.ok) return records;
  const tags = await findTags(archive, parsed.texts('tag'));
  if (!tags.ok) return tags;
  const name = parsed.text('name');
  const who = name === undefined ? null : findEntity(records.value, name);
  if (who && !who.ok) return who;
  const naming = parsed.text('naming');
  const named = naming === undefined ? null : findEntity(records.value, naming);
  if (named && !named.ok) return named;
  const source = from === undefined ? null : findSource(records.value, from);
  if (source && !source.ok) return source;
  const asked = someOf(parsed, 'date-of', TimelineRequest.shape.roles.element.options);
  const request = TimelineRequest.safeParse({
    roles: asked.length > 0 ? asked : roles,
    tags: tags.value,
    who: who?.value.id ?? null,
    source: source?.value.id ?? null,
    from: parsed.text('from') ?? null,
    to: parsed.text('to') ?? null,
    kinds: someOf(parsed, 'kind', SourceKind.options),
    named: named?.value.id ?? null,
  });
  // Only dates are left to be wrong.
  if (!request.success) throw new UsageError(t('failure.value-invalid'));
  return ok(request.data);
}
