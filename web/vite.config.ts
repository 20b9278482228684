import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { routeTablePlugin } from './route-table-plugin.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), routeTablePlugin()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    // Everything from files: the content security policy allows no inline data as script or style.
    assetsInlineLimit: 0,
    rollupOptions: {
      treeshake: {
        // Schemas that share a file with plain functions: the portal uses the functions and trusts the API.
        manualPureFunctions: ['z', 'field', 'command', 'event', 'defineRoute', 'text'],
      },
    },
  },
});
