import { readFile } from 'node:fs/promises';
import { ApiProblem, createClient } from '../shared/api/client.ts';
import { routes } from '../shared/api/routes.ts';
import { countyProgrammes } from './local/demo/county-programmes.ts';

/**
 * `node infra/publish-programmes.ts <portal> [file.json …]`: publishes programme documents as a policy officer,
 * the county's own unless files are named. The access token comes from the environment, as ACCESS_TOKEN.
 */
const [portal, ...files] = process.argv.slice(2);
const token = process.env.ACCESS_TOKEN;
if (portal === undefined || token === undefined) {
  throw new Error('give the portal’s address, and a policy officer’s access token in ACCESS_TOKEN');
}
const call = createClient({ routes, baseUrl: portal.replace(/\/$/, ''), token: () => token });
const documents: readonly unknown[] =
  files.length === 0
    ? countyProgrammes
    : await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8'))));

for (const document of documents) {
  try {
    const { programmeId, version, hash } = await call('publishProgramme', { body: { document } });
    console.log(`${programmeId} version ${version}, ${hash}`);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    console.error(JSON.stringify(error.problem, undefined, 2));
    process.exitCode = 1;
  }
}
