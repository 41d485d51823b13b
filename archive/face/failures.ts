/** What any call on an open archive may answer besides its own codes. */

/** What any call on an open archive may answer besides its own codes. */
export type AnyFailure =
  'closed' | 'read-only' | 'disk-full' | 'io' | 'damaged' | 'cancelled' | 'in-use';
