import { readFile } from 'node:fs/promises';
import { ApiProblem, createClient } from '../shared/api/client.ts';
import { routes } from '../shared/api/routes.ts';
import { countyProgrammes } from './local/demo/county-programmes.ts';
import { signInByBrowser } from './publishing/sign-in.ts';

/**
 * `npm run publish-programmes -- <portal> [file.json …]`: publishes programme documents, the county's own unless
 * files are named. The policy officer signs in in a browser, unless ACCESS_TOKEN already speaks for one.
 */
const [portal, ...files] = process.argv.slice(2);
if (portal === undefined) {
  console.error('用法 Usage: npm run publish-programmes -- https://<portal> [file.json …]');
  process.exit(2);
}
const baseUrl = portal.replace(/\/$/, '');
const documents: readonly unknown[] =
  files.length === 0
    ? countyProgrammes
    : await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8'))));

const config = await createClient({ routes, baseUrl })('portalConfig');
const token =
  process.env.ACCESS_TOKEN ??
  (await signInByBrowser(config, (address) =>
    console.log(
      `请在浏览器中打开以下地址，以政策管理员身份登录：\nOpen this and sign in as a policy officer:\n\n${address}\n`,
    ),
  ));
const call = createClient({ routes, baseUrl, token: () => token });
for (const document of documents) {
  try {
    const { programmeId, version, hash } = await call('publishProgramme', { body: { document } });
    console.log(`${programmeId}  version ${version}  ${hash}`);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const { message, errors = [] } = error.problem;
    console.error(`${message.zh} ${message.en}`);
    for (const fault of errors) console.error(`  ${fault.path}  ${fault.message.zh} ${fault.message.en}`);
    process.exitCode = 1;
  }
}
