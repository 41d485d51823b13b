/// <reference types="svelte" />
/// <reference types="vite/client" />
import type { Bridge } from '../preload/contract.ts';

declare global {
  interface Window {
    readonly kuferak: Bridge;
  }
}
