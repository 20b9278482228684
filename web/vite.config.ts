import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { routeTablePlugin } from './route-table-plugin.ts';
import { schemaFreePlugin } from './schema-free-plugin.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [schemaFreePlugin(), react(), routeTablePlugin()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    // One small sheet: no page shows up unstyled on a bad network, and none jumps when its style arrives.
    cssCodeSplit: false,
    // Browsers that lack it load the same files a little later.
    modulePreload: { polyfill: false },
    // Everything from files: the content security policy allows no inline data as script or style.
    assetsInlineLimit: 0,
    // The first page names the parts of every other; by their content alone, that costs half as much.
    rolldownOptions: { output: { chunkFileNames: 'assets/[hash].js' } },
  },
});
