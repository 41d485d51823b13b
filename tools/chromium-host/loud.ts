/** Objects that fail loudly: whatever the host does not implement throws an error that names it, instead of being `undefined`. */
import { EventEmitter } from 'node:events';

/** Thrown wherever an app or a test asks for a part of Electron that the host does not have. */
export class ElectronHostError extends Error {
  override readonly name = 'ElectronHostError';
}

/** The error for the member `path` (as in `app.dock`), with a reason where there is one to give. */
export function notImplemented(path: string, reason?: string): ElectronHostError {
  const why = reason === undefined ? '' : `: ${reason}`;
  return new ElectronHostError(`${path} is not implemented by the Chromium host${why}`);
}

/** Names that the language, Node's console and test tools look up on any object; answering `undefined` is what they expect. */
const probed = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  'hasAttribute',
  'default',
  '__esModule',
  '_maxListeners',
  '_events',
  'domain',
]);

/** Wraps `object` so that reading a member it does not have throws, with `path` as the name of the object. */
export function loud<T extends object>(path: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && !(key in target) && !probed.has(key)) {
        throw notImplemented(`${path}.${key}`);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

/** A whole module that the host lacks: importing it is fine, any use throws. */
export function missing(path: string, reason?: string): object {
  const fail = (member: string): never => {
    throw notImplemented(member, reason);
  };
  const trap = function trap(): void {
    fail(path);
  };
  return new Proxy(trap, {
    get: (_target, key) =>
      typeof key === 'symbol' || probed.has(key) || key === 'prototype'
        ? undefined
        : fail(`${path}.${key}`),
    apply: () => fail(path),
    construct: () => fail(`new ${path}`),
  });
}

/** An event emitter whose unknown members throw. What a derived class declares lives on the loud object itself. */
export class LoudEmitter extends EventEmitter {
  constructor(path: string) {
    super();
    // Returning the proxy makes it the `this` of every derived class, so that private members work through it.
    return loud(path, this);
  }
}

/** The same for classes that emit nothing. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- it is there to be derived from
export class Loud {
  constructor(path: string) {
    return loud(path, this);
  }
}
