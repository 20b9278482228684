import { fileURLToPath } from 'node:url';
import type { Artefacts } from './cloud/deployment.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Where `npm run build` leaves what is deployed. */
export const artefacts: Artefacts = { bundles: `${dist}functions`, portal: `${dist}web` };
