import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'functions/*/index.ts',
    'infra/*.ts',
    'infra/local/{start,seed,verify}.ts',
    'tests/run.ts',
    'tests/bench/run.ts',
    'web/index.html',
    'web/vite.config.ts',
  ],
  project: ['{shared,functions,infra,web,tests}/**/*.{ts,tsx}'],
  ignoreDependencies: ['node', '@dynoxide/.+'],
};

export default config;
