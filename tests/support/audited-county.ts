import { sealAndIndex } from '../../functions/sealer/seal-and-index.ts';
import { gloveMakerGrant } from '../../infra/local/demo/glove-maker.ts';
import type { TrustedKeys } from '../../shared/ledger/proof-report.ts';
import { verifyFile } from '../../shared/ledger/verify-file.ts';
import { fillIn, submit } from './filing.ts';
import { furnish, type InProcess, openCountyFunds, person, startInProcess } from './in-process.ts';
import { keysOf } from './ledger.ts';
import { approveAs, passTown } from './reviewing.ts';

export type AuditedCounty = InProcess & {
  readonly keys: TrustedKeys;
  /** A case that went from draft to public notice. */
  readonly caseId: string;
  /** Brings everything into the log and the index over decisions, as the doorbell would. */
  readonly seal: () => Promise<void>;
};

/** The county with one decided case, sealed, for auditors to look at. */
export async function startAuditedCounty(): Promise<AuditedCounty> {
  const county = await startInProcess();
  await furnish(county);
  await openCountyFunds(county);
  const seal = async () => {
    const { system, ledger, signer, clock } = county;
    await sealAndIndex({ ...system, ledger, signer }, clock.now);
  };
  const caseId = await decideCase(county);
  await seal();
  return { ...county, keys: keysOf(county.signer), caseId, seal };
}

/** A startup grant, filed by this applicant and approved at every stage. */
export async function decideCase(county: InProcess, applicantId = 'applicant-gloves'): Promise<string> {
  const applicant = county.as(person(applicantId));
  const caseId = await fillIn(applicant, 'startup-grant', gloveMakerGrant());
  await submit(applicant, caseId);
  const town = [
    county.as(person('chengguan-reviewer-1')),
    county.as(person('chengguan-reviewer-2')),
    county.as(person('chengguan-supervisor')),
  ] as const;
  await passTown(town, caseId, '2026-11-23');
  await approveAs(county.as(person('human-resources-reviewer-1')), caseId);
  await approveAs(county.as(person('county-leader')), caseId);
  return caseId;
}

/** What the verifier says of a file's text. */
export const verified = (text: string, keys: TrustedKeys) =>
  verifyFile([new TextEncoder().encode(text)], keys);
