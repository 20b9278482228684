import { defineConfig } from 'vitest/config';

// One worker per core. Files share nothing but what they import from packages, which a worker reads once and not once
// a file; each that needs an engine starts its own, on its own port and folder.
export default defineConfig({
  test: {
    include: ['tests/{unit,integration,infra,e2e}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    isolate: false,
  },
});
