/** The channels between preload and main. */
export const channels = {
  call: 'kuferak:call',
  cancel: 'kuferak:cancel',
  dropped: 'kuferak:dropped',
  event: 'kuferak:event',
} as const;
