import { artefacts } from './artefacts.ts';
import { type Bundle, bundleFunctions, placePage } from './build-functions.ts';
import { buildPortal } from './build-portal.ts';

/** Builds the portal and bundles every function, to where they are deployed from. */
export async function buildArtefacts(): Promise<readonly Bundle[]> {
  const [bundles] = await Promise.all([bundleFunctions(artefacts.bundles), buildPortal(artefacts.portal)]);
  await placePage(artefacts.bundles, artefacts.portal);
  return bundles;
}
