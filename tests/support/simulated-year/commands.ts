import type { CaseCommand } from '../../../shared/workflow/command.ts';
import type { Act } from './oracle.ts';

const reason = '依据核查情况';
const checklist = ['checked'];

/** What the oracle's people do, as commands. */
export function commandOf({ do: what, at, amount }: Act): CaseCommand {
  const date = at.slice(0, 10);
  switch (what) {
    case 'submit':
      return { type: 'submit', declaration: { version: '2026-1', agreed: true } };
    case 'claim':
    case 'resubmit':
    case 'withdraw':
      return { type: what };
    case 'accept':
      return { type: 'accept', checklist };
    case 'return':
      return { type: 'return-for-correction', items: [{ path: '/industry', reason: '请写明具体行业' }] };
    case 'not-accept':
      return { type: 'not-accept', facts: reason, basis: 'measures' };
    case 'visit':
      return { type: 'record-visit', visitedOn: date, findings: reason, agreesWithApplication: true };
    case 'confirm':
      return { type: 'confirm-visit' };
    case 'recommend':
      return { type: 'recommend', opinion: 'support', amount, reason, checklist };
    case 'approve':
      return { type: 'approve', amount, reason, checklist, deviationReason: reason };
    case 'refuse':
      return { type: 'refuse', facts: reason, basis: ['measures'], checklist: [] };
    case 'ask-expedite':
      return { type: 'request-expedite', reason };
    case 'consent':
      return { type: 'consent-expedite', agreed: true, reason };
    case 'extend':
      return { type: 'extend-clock', reason };
    case 'object':
      return { type: 'object', grounds: reason };
    case 'uphold':
    case 'dismiss':
      return { type: 'answer-objection', objection: 1, upheld: what === 'uphold', findings: reason };
    case 'prepare':
      return { type: 'prepare-payment', amount };
    case 'countersign':
      return { type: 'approve-payment' };
    case 'paid':
      return { type: 'record-paid', voucher: '记-1', paidOn: date };
    case 'ask-review':
      return { type: 'request-internal-review', grounds: reason };
    case 'uphold-refusal':
    case 'revoke-refusal':
      return {
        type: 'decide-internal-review',
        outcome: what === 'uphold-refusal' ? 'uphold' : 'revoke',
        reason,
      };
    default:
      throw new Error(`nobody can ${what}`);
  }
}
