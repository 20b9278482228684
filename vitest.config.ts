import { defineConfig } from 'vitest/config';

// One worker per core; files share nothing, each starts its own engine on its own port and folder.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
