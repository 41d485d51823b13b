/** What the journal says in order adds up to this: values by collection and identifier. The vault knows no model. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** `v` takes the place of what stood there; `null` deletes. */
export interface Op {
  readonly c: string;
  readonly id: string;
  readonly v: Json | null;
}

/** A value that nobody has asked for yet: its JSON. Of a long log most lines stay so. */
export class Unread {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** By collection, then by identifier, in the order in which they first came. */
export type State = Map<string, Map<string, Json | Unread>>;

/** What is to be written as a snapshot, by collection and identifier. */
export type Contents = State | Readonly<Record<string, Members>>;
type Members = ReadonlyMap<string, Json | Unread> | Readonly<Record<string, Json>>;

/** Collections by name, and their members by identifier. */
export function* membersOf(
  contents: Contents,
): Generator<readonly [string, readonly (readonly [string, Json | Unread])[]]> {
  for (const [name, members] of contents instanceof Map ? contents : Object.entries(contents))
    yield [name, [...(isMap(members) ? members : Object.entries(members))]];
}

function isMap(members: Members): members is ReadonlyMap<string, Json | Unread> {
  return members instanceof Map;
}

export function jsonOf(value: Json | Unread): Json {
  return value instanceof Unread ? (JSON.parse(value.json) as Json) : value;
}

export function applyOps(state: State, ops: readonly Op[]): void {
  for (const { c, id, v } of ops) {
    const collection = collectionOf(state, c);
    if (v === null) collection.delete(id);
    else collection.set(id, v);
  }
}

/** Made when it is not there yet. */
export function collectionOf(state: State, name: string): Map<string, Json | Unread> {
  const found = state.get(name);
  if (found) return found;
  const made = new Map<string, Json | Unread>();
  state.set(name, made);
  return made;
}

export function isOps(value: unknown): value is Op[] {
  return (
    Array.isArray(value) &&
    value.every(
      (op: unknown) =>
        typeof op === 'object' &&
        op !== null &&
        'c' in op &&
        'id' in op &&
        'v' in op &&
        typeof op.c === 'string' &&
        typeof op.id === 'string' &&
        op.v !== undefined,
    )
  );
}
