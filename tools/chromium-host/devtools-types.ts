/** The types of the DevTools protocol, under one name: Playwright ships them but does not export them. */
export type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';
