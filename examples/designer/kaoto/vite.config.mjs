// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const noCodeEditor = fileURLToPath(new URL('src/no-code-editor.js', import.meta.url));

export default defineConfig({
  base: './',
  plugins: [react()],
  // What Kaoto's own build fills in.
  define: { __GIT_HASH: '"published"', __GIT_DATE: '"published"', __KAOTO_VERSION: '"2.12.0-RC1"' },
  resolve: {
    alias: [
      { find: /^~/, replacement: '' },
      {
        find: /^(monaco-editor|monaco-yaml|@monaco-editor\/react|@patternfly\/react-code-editor)(\/.*)?$/,
        replacement: noCodeEditor,
      },
    ],
  },
  css: {
    preprocessorOptions: {
      scss: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'] },
    },
  },
  build: { target: 'esnext', minify: false, reportCompressedSize: false, chunkSizeWarningLimit: 50_000 },
});
