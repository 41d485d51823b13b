/** How a call is written down: its kind, the check of its input, and the type of what it answers. */
import { z } from 'zod';

/** `query` reads, `command` writes through the one writer, `job` takes long: it reports progress and can be cancelled. */
export type CallKind = 'query' | 'command' | 'job';

export const returns =
  // The output is only a type: it is named at the call and carried by the list.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  <Out>() =>
    <In extends z.ZodType>(kind: CallKind, input: In) => ({
      kind,
      input,
      out: undefined as unknown as Out,
    });

export const Nothing = z.strictObject({});
/** Names a file or folder that a person chose; good for one use. */
export const Ticket = z.string().regex(/^[0-9a-f]{32}$/);
/** What opens an archive, as it was typed: a passphrase, recovery words, or shares one after the other. */
export const Secret = z.string().max(400_000);

/** A chosen folder or file, as the window may know it. */
export interface Chosen {
  readonly ticket: string;
  /** Its own name, without the path. */
  readonly name: string;
}
