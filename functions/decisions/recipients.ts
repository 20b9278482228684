import * as z from 'zod';
import type { Decision } from '../../shared/decisions/decision.ts';
import { isProtectedValue } from '../../shared/forms/answers.ts';
import { recipientKey, revisionKey } from '../persistence/keys.ts';
import type { ProgrammeShelf } from '../persistence/programme-shelf.ts';
import { revisionOf } from '../persistence/revision.ts';
import { readItem, readItems, type Tables } from '../persistence/tables.ts';
import type { IndexItem } from './put-forward.ts';

/** An approval and its place in the log. */
export type Approval = Pick<Decision, 'caseId' | 'programme' | 'version' | 'enterprise' | 'applicant'> & {
  readonly index: number;
  readonly revision: number;
};

const RecipientSchema = z.object({
  recipient: z.string(),
  /** By programme, the place in the log of the first approval. */
  approvals: z.record(z.string(), z.int()),
});

/** Whom the approvals went to before: the enterprise, the account, the legal representative (a keyed hash). */
export class Recipients {
  readonly #tables: Tables;
  readonly #making: string;
  readonly #programmes: ProgrammeShelf;
  readonly #known = new Map<string, Map<string, number>>();
  readonly #changed = new Set<string>();

  constructor(tables: Tables, making: string, programmes: ProgrammeShelf) {
    this.#tables = tables;
    this.#making = making;
    this.#programmes = programmes;
  }

  /**
   * The programmes by which each approval's recipient had been approved before. Takes them in the order of the
   * log; what stands behind an approval there does not count, also when it is looked at again.
   */
  async approvedBefore(approvals: readonly Approval[]): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
    const recipients = await Promise.all(approvals.map((approval) => this.#recipientsOf(approval)));
    await this.#load([...new Set(recipients.flat())]);
    const before = new Map<number, ReadonlySet<string>>();
    for (const [at, { index, programme }] of approvals.entries()) {
      const programmes = new Set<string>();
      for (const recipient of recipients[at] ?? []) {
        const known = this.#known.get(recipient) ?? new Map<string, number>();
        this.#known.set(recipient, known);
        for (const [earlier, place] of known) if (place < index) programmes.add(earlier);
        if ((known.get(programme) ?? Number.POSITIVE_INFINITY) > index) {
          known.set(programme, index);
          this.#changed.add(recipient);
        }
      }
      before.set(index, programmes);
    }
    return before;
  }

  /** What is to be kept of it. `through`: entries of the log looked at. */
  items(through: number): readonly IndexItem[] {
    return [...this.#changed].map((recipient) => ({
      ...recipientKey(this.#making, recipient),
      recipient,
      approvals: Object.fromEntries(this.#known.get(recipient) ?? []),
      through,
    }));
  }

  async #load(recipients: readonly string[]): Promise<void> {
    const keys = recipients.map((recipient) => recipientKey(this.#making, recipient));
    for (const item of await readItems(this.#tables, keys)) {
      const { recipient, approvals } = RecipientSchema.parse(item);
      this.#known.set(recipient, new Map(Object.entries(approvals)));
    }
  }

  async #recipientsOf(approval: Approval): Promise<readonly string[]> {
    const person = await this.#legalRepresentative(approval);
    return [
      `enterprise#${approval.enterprise}`,
      `applicant#${approval.applicant}`,
      ...(person === undefined ? [] : [`person#${person}`]),
    ];
  }

  async #legalRepresentative({
    caseId,
    programme,
    version,
    revision,
  }: Approval): Promise<string | undefined> {
    const [published, item] = await Promise.all([
      this.#programmes.version(programme, version),
      readItem(this.#tables, revisionKey(caseId, revision)),
    ]);
    if (published === undefined || item === undefined) return undefined;
    const answer = revisionOf(item).answers[published.programme.keys.legalRepresentativeId];
    return isProtectedValue(answer) ? answer.key : undefined;
  }
}
