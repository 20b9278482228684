import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'functions/*/index.ts',
    'infra/*.ts',
    'infra/local/{start,seed,verify}.ts',
    'tests/run.ts',
    'tests/bench/run.ts',
    'web/app/main.tsx',
    'web/vite.config.ts',
  ],
  project: ['{shared,functions,infra,web,tests}/**/*.{ts,tsx}'],
  // Fonts are read by path, for the pages under test.
  ignoreDependencies: ['node', '@dynoxide/.+', '@fontsource/noto-sans-sc'],
};

export default config;
