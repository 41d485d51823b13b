import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { calls, eventNames } from './src/preload/contract.ts';

export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        // One output file for each module, in the same places as the sources: workers are found beside their callers.
        input: [
          'src/main/index.ts',
          'src/main/engine/worker.ts',
          'src/main/press/process.ts',
          'src/cli/index.ts',
          'archive/index.ts',
          'archive/crypto/kdf-worker.ts',
          'archive/import/ocr/ocr-worker.ts',
          'archive/import/picture/picture-worker.ts',
          'archive/import/reader-worker.ts',
          'archive/dossier/press-process.ts',
          'archive/engine/compare-worker.ts',
          'archive/engine/reuse-worker.ts',
          'archive/search/index-worker.ts',
        ],
        output: { preserveModules: true, preserveModulesRoot: '.', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    define: {
      CALL_NAMES: JSON.stringify(Object.keys(calls)),
      EVENT_NAMES: JSON.stringify(eventNames),
    },
    build: {
      externalizeDeps: false,
      rolldownOptions: { output: { format: 'cjs' } },
    },
  },
  renderer: {
    build: { minify: true, assetsInlineLimit: 0 },
    plugins: [svelte()],
  },
});
