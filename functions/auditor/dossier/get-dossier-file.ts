import { accept, type Outcome } from '../../../shared/api/errors.ts';
import type { dossierRoutes } from '../../../shared/api/routes/dossier.ts';
import { recordAccess } from '../../cases/record-access.ts';
import type { SignedInRequestOf } from '../../http/endpoint.ts';
import type { AuditorSystem } from '../auditor-system.ts';
import { caseDossier } from './case-dossier.ts';

type Request = SignedInRequestOf<typeof dossierRoutes.getDossierFile>;

export const getDossierFile =
  (system: AuditorSystem) =>
  async ({ actor, params: { caseId } }: Request): Promise<Outcome<{ name: string; text: string }>> => {
    const dossier = await caseDossier(system, caseId);
    if (!dossier.ok) return dossier;
    await recordAccess(system, actor, caseId, 'case-read', { view: 'dossier-file' });
    return accept({ name: `${caseId}.dossier.json`, text: dossier.value });
  };
