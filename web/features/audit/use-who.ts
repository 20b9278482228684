import type { DossierEventDto } from '../../../shared/api/dto/dossier.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

/** Who acted: name and office of officials, otherwise the part they play. */
export function useWho(): (actor: DossierEventDto['actor']) => string {
  const say = useText();
  const { officeName } = useCounty();
  return ({ id, name, office, roles }) => {
    if (office !== undefined) return `${name ?? id} · ${say(officeName(office))}`;
    return roles.includes('system') ? say(words.system) : `${say(words.applicant)} ${id}`;
  };
}
