import { accept, type FieldError, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { officerRoutes } from '../../shared/api/routes/officer.ts';
import { checkProgramme } from '../../shared/programmes/check-programme.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { RequestOf, SignedInRequestOf } from '../http/endpoint.ts';
import { readChain } from '../persistence/journal.ts';
import { programmeChain } from '../persistence/keys.ts';
import { readOfficerNames } from '../persistence/officer-directory.ts';
import type { System } from '../system.ts';
import { publish } from './publish.ts';

type Checked = { ok: boolean; hash?: string; errors: FieldError[] };

export const checkDocument = async ({
  body,
}: RequestOf<typeof officerRoutes.checkProgramme>): Promise<Outcome<Checked>> => {
  const checked = checkProgramme(body.document);
  return accept(
    checked.ok
      ? { ok: true, hash: checked.value.hash, errors: [] }
      : { ok: false, errors: [...(checked.refusal.errors ?? [])] },
  );
};

type Published = { programmeId: string; version: number; hash: string; publishedAt: string };

export const publishProgramme =
  (system: System) =>
  async ({
    actor,
    body,
  }: SignedInRequestOf<typeof officerRoutes.publishProgramme>): Promise<Outcome<Published>> => {
    const published = await publish(system, actor, body.document);
    if (!published.ok) return published;
    const { programme, hash, publishedAt } = published.value;
    return accept({ programmeId: programme.id, version: programme.version, hash, publishedAt });
  };

type Version = {
  version: number;
  hash: string;
  publishedAt: string;
  publishedBy: string;
  publisherName?: string;
  document: Programme;
};

export const listProgrammeVersions =
  ({ programmes, tables }: System) =>
  async ({
    params: { programmeId },
  }: RequestOf<typeof officerRoutes.listProgrammeVersions>): Promise<Outcome<{ items: Version[] }>> => {
    const entry = await programmes.entry(programmeId);
    if (entry === undefined) return refuse('programme-not-found');
    const newestFirst = entry.versions.map(({ version }) => version).toReversed();
    const [versions, chain] = await Promise.all([
      Promise.all(newestFirst.map((version) => programmes.version(programmeId, version))),
      readChain(tables, programmeChain(programmeId)),
    ]);
    const names = await readOfficerNames(
      tables,
      chain.map(({ actor }) => actor),
    );
    return accept({
      items: versions.flatMap((published) => {
        if (published === undefined) return [];
        const { programme: document, ...rest } = published;
        const publisherName = names.get(rest.publishedBy);
        return [
          {
            version: document.version,
            ...rest,
            ...(publisherName !== undefined && { publisherName }),
            document,
          },
        ];
      }),
    });
  };
