/** The passage between page code and preload code: values copied, functions and promises passed on, by Electron's rules. */
/* eslint-disable @typescript-eslint/unbound-method, @typescript-eslint/prefer-for-of -- built-ins are fetched once, and always called with Reflect.apply, because page code may replace them later */

/** A value on its way: containers as tagged nodes that may point at each other; what the browser itself can clone as it is. */
export interface Parcel {
  readonly root: unknown;
  readonly nodes: readonly (readonly unknown[])[];
}

export interface Bridge {
  pack(value: unknown): Parcel;
  unpack(parcel: Parcel, frozen: boolean): unknown;
  /** Sends a message to the other side and returns its answer. Throws what the other side says went wrong. */
  ask(message: readonly unknown[]): unknown;
}

/**
 * One end of the bridge. Both ends hold the same `line`, an event target that nobody else can reach; dispatching is synchronous, and the
 * browser clones an event's detail when code of another world reads it. `extra` answers the messages that are not the bridge's own.
 *
 * The function stands alone, because its source text runs inside pages; it uses only built-ins that it fetched before page code ran.
 */
export function createBridge(
  line: EventTarget,
  mine: string,
  theirs: string,
  extra: (message: readonly unknown[]) => unknown,
): Bridge {
  const { apply, ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
  const { freeze, prototype: anyObject } = Object;
  const { isArray } = Array;
  const isView = ArrayBuffer.isView.bind(ArrayBuffer);
  const NewEvent = CustomEvent;
  const NewError = Error;
  const NewMap = Map;
  const NewPromise = Promise;
  const { then: promiseThen } = Promise.prototype;
  const { get: mapGet, set: mapSet, delete: mapDelete } = Map.prototype;
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const { toString: describe } = anyObject;
  const text = String;
  const detailOf = getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => unknown;
  type AnyFunction = (...parameters: unknown[]) => unknown;

  const given = new NewMap<number, AnyFunction>();
  const promised = new NewMap<number, (ok: boolean, value: unknown) => void>();
  let lastId = 0;
  let answer: unknown;

  const released = new FinalizationRegistry<number>((id) => {
    ask(['release', id]);
  });
  const watch = released.register.bind(released);

  function add(list: unknown[], value: unknown): void {
    // Not `push`: a page may have replaced it, or put a setter on the prototype.
    defineProperty(list, list.length, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }

  function keep(value: AnyFunction): number {
    lastId += 1;
    apply(mapSet, given, [lastId, value]);
    return lastId;
  }

  function messageOf(error: unknown, prefix: string): string {
    if (!(error instanceof NewError)) return prefix + text(error);
    return prefix === '' ? error.message : `${prefix}${text(error)}`;
  }

  function pack(root: unknown): Parcel {
    const nodes: unknown[][] = [];
    const places = new NewMap<object, number>();

    function refer(value: unknown): unknown {
      if (typeof value === 'symbol') throw new NewError('An object could not be cloned.');
      if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
        return value;
      }
      const known = apply(mapGet, places, [value]) as number | undefined;
      if (known !== undefined) return [known];
      const node: unknown[] = [];
      const at = nodes.length;
      add(nodes, node);
      apply(mapSet, places, [value, at]);
      fill(node, value);
      return [at];
    }

    /** Dates, maps, bytes and the like, which the browser clones; what it cannot clone makes the whole message fail. */
    function isNative(value: object): boolean {
      if (isView(value)) return true;
      return !isArray(value) && apply(describe, value, []) !== '[object Object]';
    }

    function fill(node: unknown[], value: object): void {
      if (typeof value === 'function') {
        add(node, 'function');
        add(node, keep(value as AnyFunction));
      } else if (value instanceof NewPromise) {
        const id = ++lastId;
        add(node, 'promise');
        add(node, id);
        void apply(promiseThen, value, [
          (result: unknown) => settle(id, true, result),
          (error: unknown) => settle(id, false, error),
        ]);
      } else if (value instanceof NewError) {
        add(node, 'error');
        add(node, messageOf(value, 'Uncaught '));
      } else if (isNative(value)) {
        add(node, 'native');
        add(node, value);
      } else {
        fillParts(node, value);
      }
    }

    function fillParts(node: unknown[], value: object): void {
      const list = isArray(value);
      add(node, list ? 'list' : 'object');
      if (list) add(node, value.length);
      const keys = ownKeys(value);
      for (let index = 0; index < keys.length; index += 1) {
        const key = keys[index];
        if (typeof key !== 'string' || getOwnPropertyDescriptor(value, key)?.enumerable !== true) {
          continue;
        }
        add(node, key);
        add(node, refer((value as Record<string, unknown>)[key]));
      }
    }

    const packed = refer(root);
    return { root: packed, nodes };
  }

  function settle(id: number, ok: boolean, value: unknown): void {
    let parcel: Parcel;
    try {
      parcel = pack(value);
    } catch (error) {
      parcel = pack(error);
      ok = false;
    }
    ask(['settle', id, ok, parcel]);
  }

  function proxied(id: number): AnyFunction {
    const stand = (...parameters: unknown[]): unknown => ask(['call', id, pack(parameters)]);
    watch(stand, id);
    return stand;
  }

  function unpack(parcel: Parcel, frozen: boolean): unknown {
    const { nodes } = parcel;
    const made: unknown[] = [];

    function open(value: unknown): unknown {
      return isArray(value) ? made[value[0] as number] : value;
    }

    function shell(node: readonly unknown[]): unknown {
      switch (node[0]) {
        case 'function':
          return proxied(node[1] as number);
        case 'promise':
          return new NewPromise((resolve, reject) => {
            apply(mapSet, promised, [
              node[1],
              (ok: boolean, value: unknown) => {
                if (ok) resolve(value);
                // Whatever was thrown over there; it need not be an error.
                // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
                else reject(value);
              },
            ]);
          });
        case 'error':
          return new NewError(node[1] as string);
        case 'native':
          return node[1];
        case 'list': {
          const list: unknown[] = [];
          list.length = node[1] as number;
          return list;
        }
        default:
          return {};
      }
    }

    for (let at = 0; at < nodes.length; at += 1) add(made, shell(nodes[at] ?? []));
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at] ?? [];
      if (node[0] !== 'list' && node[0] !== 'object') continue;
      const target = made[at] as object;
      for (let part = node[0] === 'list' ? 2 : 1; part < node.length; part += 2) {
        defineProperty(target, node[part] as string, {
          value: open(node[part + 1]),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
    }
    if (frozen) {
      for (let at = 0; at < nodes.length; at += 1) {
        const kind = nodes[at]?.[0];
        if (kind !== 'native' && kind !== 'promise') freeze(made[at]);
      }
    }
    return open(parcel.root);
  }

  function perform(message: readonly unknown[]): unknown {
    switch (message[0]) {
      case 'call': {
        const target = apply(mapGet, given, [message[1]]) as AnyFunction | undefined;
        if (target === undefined) throw new NewError('The function is gone.');
        const parameters = unpack(message[2] as Parcel, false) as unknown[];
        return pack(apply(target, undefined, parameters));
      }
      case 'settle': {
        const done = apply(mapGet, promised, [message[1]]) as
          ((ok: boolean, value: unknown) => void) | undefined;
        apply(mapDelete, promised, [message[1]]);
        const value = unpack(message[3] as Parcel, false);
        // A rejection with an error arrives as that error, made anew.
        done?.(message[2] as boolean, value);
        return undefined;
      }
      case 'release':
        apply(mapDelete, given, [message[1]]);
        return undefined;
      default:
        return extra(message);
    }
  }

  function send(type: string, detail: unknown): void {
    apply(dispatchEvent, line, [new NewEvent(type, { detail })]);
  }

  function ask(message: readonly unknown[]): unknown {
    answer = undefined;
    send(theirs, message);
    const got = answer as readonly [boolean, unknown] | null | undefined;
    answer = undefined;
    // The browser gives `null` for a detail that it could not clone, in either direction.
    if (got === null || got === undefined) throw new NewError('An object could not be cloned.');
    if (!got[0]) throw new NewError(got[1] as string);
    return message[0] === 'call' ? unpack(got[1] as Parcel, false) : got[1];
  }

  apply(addEventListener, line, [
    mine,
    (event: Event) => {
      const message = apply(detailOf, event, []) as readonly unknown[] | null;
      if (message === null) return;
      let reply: readonly [boolean, unknown];
      try {
        reply = [true, perform(message)];
      } catch (error) {
        reply = [false, messageOf(error, '')];
      }
      send(`${theirs}-answer`, reply);
    },
  ]);
  apply(addEventListener, line, [
    `${mine}-answer`,
    (event: Event) => {
      answer = apply(detailOf, event, []);
    },
  ]);

  return { pack, unpack, ask };
}

export type CreateBridge = typeof createBridge;
