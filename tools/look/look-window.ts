/** The window as it is built, on bridges that live in memory, served with the policy that the application sends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import { CONTENT_SECURITY_POLICY } from '../../src/main/policies.ts';

export interface LookWindow {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const tests = (path: string) =>
  fileURLToPath(new URL(`../../tests/renderer/${path}`, import.meta.url));

export async function buildLookWindow(): Promise<LookWindow> {
  const root = tests('look/');
  const outDir = mkdtempSync(join(tmpdir(), 'look-'));
  await build({
    configFile: false,
    root,
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    logLevel: 'error',
    // New identifiers are made with what only Node has.
    resolve: { alias: [{ find: /^.*\/lib\/ids\.ts$/, replacement: tests('without-node.ts') }] },
    build: { outDir, assetsInlineLimit: 0, emptyOutDir: true },
  });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: {
      host: '127.0.0.1',
      port: 0,
      headers: { 'Content-Security-Policy': CONTENT_SECURITY_POLICY },
    },
  });
  const bound = server.httpServer.address();
  if (bound === null || typeof bound !== 'object') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${bound.port}/index.html`,
    close: async () => {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
