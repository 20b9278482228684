import { defineConfig } from 'vitest/config';

// One worker per core; files share nothing, each that needs an engine starts its own on its own port and folder. Unit
// tests share what they import, which is read once then and not once a file; the others have a process to themselves.
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], isolate: false } },
      {
        extends: true,
        test: { name: 'system', include: ['tests/{integration,infra,e2e}/**/*.test.ts'] },
      },
    ],
  },
});
