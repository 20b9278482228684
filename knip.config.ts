import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'functions/*/index.ts',
    'infra/*.ts',
    'infra/local/{start,seed,verify}.ts',
    'web/app/main.tsx',
    'web/vite.config.ts',
  ],
  project: ['{shared,functions,infra,web,tests}/**/*.{ts,tsx}'],
  // Fonts are read by path, for the pages under test; the CDK command line is what people deploy with.
  ignoreDependencies: ['@fontsource/noto-sans-sc', 'aws-cdk'],
};

export default config;
