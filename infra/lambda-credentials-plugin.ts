import type { Plugin } from 'esbuild';

const namespace = 'lambda-credentials';

/**
 * Lambda hands a function its credentials in the environment, always. The SDK's search for them everywhere else (sign-in
 * files, single sign-on, other services' metadata) is a tenth of every bundle and is never used there.
 */
export const lambdaCredentialsPlugin = (root: string): Plugin => ({
  name: namespace,
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({ path, namespace }));
    build.onLoad({ filter: /.*/, namespace }, () => ({
      contents: `import { fromEnv } from '@aws-sdk/credential-provider-env';
export const defaultProvider = () => fromEnv();`,
      resolveDir: root,
      loader: 'js',
    }));
  },
});
