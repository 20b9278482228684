import type { PublishedProgramme } from '../persistence/programme-shelf.ts';
import type { System } from '../system.ts';

/** The version a draft or case was made under. Throws when it is gone, which cannot be. */
export async function pinnedProgramme(
  { programmes }: Pick<System, 'programmes'>,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<PublishedProgramme> {
  const published = await programmes.version(id, version);
  if (published === undefined) throw new Error(`programme ${id} v${version} is missing`);
  return published;
}
