import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// Vue is told which elements are not its own components.
const isCustomElement = (tag) => tag.startsWith('news-');

export default defineConfig({
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
  optimizeDeps: { exclude: ['news-article'] },
});
