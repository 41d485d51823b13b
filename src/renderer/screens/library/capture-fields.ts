/** The fields of how something was collected, in the order in which they are asked for and shown. */
export const captureFields = [
  'collectedBy',
  'collectedAt',
  'place',
  'method',
  'device',
  'consent',
  'sensitivity',
] as const;
