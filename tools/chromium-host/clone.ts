/** Structured clone as text: what Electron's IPC copies, written as JSON with type tags, cycles and shared parts included. */

export interface Codec {
  /** The text of a value. Throws a `DataCloneError` for what cannot be copied (functions, symbols, promises, page objects). */
  encode(value: unknown): string;
  /** The value that `encode` wrote. */
  decode(text: string): unknown;
}

/**
 * Makes a codec. The function stands alone, without imports or outer names, because its source text also runs inside pages.
 *
 * Format: `[root, node, node, …]`. A value is a JSON primitive, or an array that begins with a tag: `['r', n]` points at node n,
 * `['u']` is undefined, `['n', text]` a number that JSON lacks, `['i', text]` a bigint. A node is an array that begins with its kind.
 */
export function createCodec(): Codec {
  type Node = [kind: string, ...parts: unknown[]];
  const views = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const errors = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  function refuse(): never {
    throw new DOMException('An object could not be cloned.', 'DataCloneError');
  }

  // Pages have these natively, Node has its Buffer instead.
  type ToText = (this: Uint8Array) => string;
  type FromText = (text: string) => Uint8Array<ArrayBuffer>;
  const toBase64 = (Uint8Array.prototype as { toBase64?: ToText }).toBase64;
  const fromBase64 = (Uint8Array as { fromBase64?: FromText }).fromBase64;

  function bytesToText(bytes: Uint8Array): string {
    if (toBase64 !== undefined) return toBase64.call(bytes);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  }

  function textToBytes(text: string): Uint8Array<ArrayBuffer> {
    return fromBase64 === undefined
      ? new Uint8Array(Buffer.from(text, 'base64'))
      : fromBase64.call(Uint8Array, text);
  }

  /** True when an internal slot is there, whatever `Symbol.toStringTag` pretends: the getter throws without it. */
  function has(probe: () => unknown): boolean {
    try {
      probe();
      return true;
    } catch {
      return false;
    }
  }

  function kindOf(value: object): string {
    if (Array.isArray(value)) return 'array';
    if (ArrayBuffer.isView(value)) return 'view';
    if (has(() => Map.prototype.has.call(value, 0))) return 'map';
    if (has(() => Set.prototype.has.call(value, 0))) return 'set';
    if (has(() => Date.prototype.getTime.call(value))) return 'date';
    const builtin = tagOf(value);
    if (builtin === 'ArrayBuffer') return 'buffer';
    if (builtin === 'RegExp') return 'regexp';
    if (builtin === 'Error' || value instanceof Error) return 'error';
    if (builtin === 'Number' || builtin === 'String' || builtin === 'Boolean') return 'boxed';
    if (builtin === 'BigInt' && typeof value.valueOf() === 'bigint') return 'boxed';
    if (builtin === 'Object' || builtin === 'Arguments') return 'object';
    // A class may name itself with Symbol.toStringTag; a platform object (Blob, Node, Promise, WeakMap) has a native constructor.
    const maker = (Object.getPrototypeOf(value) as { constructor?: unknown } | null)?.constructor;
    if (maker === undefined || maker === Object) return 'object';
    const source = typeof maker === 'function' ? Function.prototype.toString.call(maker) : '';
    return source.includes('[native code]') ? refuse() : 'object';
  }

  function encode(root: unknown): string {
    const nodes: Node[] = [];
    const places = new Map<object, number>();
    const queue: object[] = [];

    function refer(value: unknown): unknown {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value;
        case 'undefined':
          return ['u'];
        case 'bigint':
          return ['i', value.toString()];
        case 'number':
          return Number.isFinite(value) && !Object.is(value, -0)
            ? value
            : ['n', Object.is(value, -0) ? '-0' : String(value)];
        case 'object':
          return value === null ? null : place(value);
        default:
          return refuse();
      }
    }

    function place(value: object): unknown {
      let at = places.get(value);
      if (at === undefined) {
        at = queue.push(value);
        places.set(value, at);
      }
      return ['r', at];
    }

    function ownParts(value: object, skip: (key: string) => boolean): unknown[] {
      const parts: unknown[] = [];
      for (const key of Object.keys(value)) {
        if (!skip(key)) parts.push(key, refer((value as Record<string, unknown>)[key]));
      }
      return parts;
    }

    function describeArray(value: unknown[]): Node {
      const keys = Object.keys(value);
      if (keys.length === value.length && keys.every((key, index) => key === String(index))) {
        return ['l', ...value.map(refer)];
      }
      return ['a', value.length, ...ownParts(value, () => false)];
    }

    function describeError(value: Error): Node {
      const name = value.name in errors ? value.name : 'Error';
      const parts: Node = ['e', name, value.message, refer(value.stack)];
      if (Object.hasOwn(value, 'cause')) parts.push(refer(value.cause));
      return parts;
    }

    function describeView(value: ArrayBufferView): Node {
      const name = value instanceof DataView ? 'DataView' : tagOf(value);
      // A Buffer's window on Node's shared pool must not carry its neighbours along.
      const pooled = tagOf(value.buffer) === 'ArrayBuffer' && name === 'Uint8Array';
      const length = value instanceof DataView ? value.byteLength : (value as Uint8Array).length;
      if (!(name in views)) refuse();
      if (pooled && Object.getPrototypeOf(value) !== Uint8Array.prototype) {
        const copy = new Uint8Array(value as Uint8Array);
        return ['v', name, place(copy.buffer), 0, length];
      }
      return ['v', name, place(value.buffer), value.byteOffset, length];
    }

    function describe(value: object): Node {
      switch (kindOf(value)) {
        case 'array':
          return describeArray(value as unknown[]);
        case 'view':
          return describeView(value as ArrayBufferView);
        case 'map':
          return ['m', ...[...(value as Map<unknown, unknown>)].flat(1).map(refer)];
        case 'set':
          return ['s', ...[...(value as Set<unknown>)].map(refer)];
        case 'date':
          return ['d', refer(Date.prototype.getTime.call(value))];
        case 'buffer':
          return ['b', bytesToText(new Uint8Array(value as ArrayBuffer))];
        case 'regexp':
          return ['x', (value as RegExp).source, (value as RegExp).flags];
        case 'error':
          return describeError(value as Error);
        case 'boxed':
          return ['w', refer(value.valueOf())];
        default:
          return ['o', ...ownParts(value, () => false)];
      }
    }

    const start = refer(root);
    // `queue` grows while it is read: no recursion, so depth is no limit.
    for (const value of queue) nodes.push(describe(value));
    return JSON.stringify([start, ...nodes]);
  }

  function decode(text: string): unknown {
    const [root, ...nodes] = JSON.parse(text) as [unknown, ...Node[]];
    const made: unknown[] = [];

    function resolve(value: unknown): unknown {
      if (!Array.isArray(value)) return value;
      const [tag, part] = value as [string, unknown];
      switch (tag) {
        case 'r':
          return made[(part as number) - 1];
        case 'u':
          return undefined;
        case 'i':
          return BigInt(part as string);
        default:
          return Number(part);
      }
    }

    function makeError(parts: readonly unknown[]): Error {
      const Kind = errors[parts[0] as keyof typeof errors];
      return new Kind(parts[1] as string);
    }

    /** The empty form of a node. Parts are filled in afterwards, when everything that they may point at exists. */
    function shell([kind, ...parts]: Node): unknown {
      switch (kind) {
        case 'o':
          return {};
        case 'l':
          return [];
        case 'a':
          return new Array(parts[0] as number);
        case 'm':
          return new Map();
        case 's':
          return new Set();
        case 'd':
          return new Date(resolve(parts[0]) as number);
        case 'b':
          return textToBytes(parts[0] as string).buffer;
        case 'x':
          return new RegExp(parts[0] as string, parts[1] as string);
        case 'e':
          return makeError(parts);
        case 'w':
          return Object(resolve(parts[0]));
        default:
          return undefined;
      }
    }

    function assign(target: object, parts: readonly unknown[]): void {
      for (let at = 0; at + 1 < parts.length; at += 2) {
        // Defined, not assigned: a key called __proto__ stays a plain key.
        Object.defineProperty(target, parts[at] as string, {
          value: resolve(parts[at + 1]),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
    }

    function fill(target: unknown, [kind, ...parts]: Node): void {
      if (kind === 'o') assign(target as object, parts);
      if (kind === 'a') assign(target as object, parts.slice(1));
      if (kind === 'l') for (const part of parts) (target as unknown[]).push(resolve(part));
      if (kind === 's') for (const part of parts) (target as Set<unknown>).add(resolve(part));
      if (kind === 'm') {
        for (let at = 0; at + 1 < parts.length; at += 2) {
          (target as Map<unknown, unknown>).set(resolve(parts[at]), resolve(parts[at + 1]));
        }
      }
      if (kind === 'e') {
        const hidden = { writable: true, enumerable: false, configurable: true };
        Object.defineProperty(target, 'stack', { value: resolve(parts[2]), ...hidden });
        if (parts.length > 3) {
          Object.defineProperty(target, 'cause', { value: resolve(parts[3]), ...hidden });
        }
      }
    }

    for (const node of nodes) made.push(shell(node));
    nodes.forEach((node, index) => {
      if (node[0] !== 'v') return;
      const View = views[node[1] as keyof typeof views] as Uint8ArrayConstructor;
      made[index] = new View(resolve(node[2]) as ArrayBuffer, node[3] as number, node[4] as number);
    });
    nodes.forEach((node, index) => {
      fill(made[index], node);
    });
    return resolve(root);
  }

  return { encode, decode };
}
