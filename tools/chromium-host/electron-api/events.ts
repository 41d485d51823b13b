/** The event objects that Electron hands to listeners. */

export interface HostEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** An event with `more` on it, which a listener can prevent. */
export function hostEvent<T extends object>(more: T): HostEvent & T {
  let prevented = false;
  return Object.defineProperties(more, {
    defaultPrevented: { get: () => prevented, enumerable: true },
    preventDefault: {
      value: () => {
        prevented = true;
      },
    },
  }) as HostEvent & T;
}
