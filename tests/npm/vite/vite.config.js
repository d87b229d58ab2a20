import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // The dev server bundles dependencies into one file each: the package finds its wasm by its own address.
  optimizeDeps: { exclude: ['news-article'] },
});
