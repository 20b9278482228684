import type { LetterDto } from '../api/dto/case.ts';
import { officeName } from '../identity/office.ts';
import { formatArea, formatDate, formatInstant, formatMoneyWithWan, inBoth } from '../language/format.ts';
import { type Text, text } from '../language/text.ts';
import type { LegalBasis, Programme } from '../programmes/programme.ts';
import { type CaseEvent, CaseEventSchema, type EventType } from '../workflow/event.ts';
import { pointerLabel } from './pointer-label.ts';

/** An event with what its letter says of when and where. */
export type LetterSource = {
  readonly caseId: string;
  readonly seq: number;
  /** Instant. */
  readonly at: string;
  /** Of the official who acted; absent for the applicant's own acts and the clock's. */
  readonly office?: string;
  /** As the journal keeps it. */
  readonly event: { readonly type: string; readonly data: unknown };
};

type Content = Pick<LetterDto, 'kind' | 'paragraphs'> & {
  readonly office: string;
  /** Ids of legal bases. */
  readonly bases: readonly string[];
  readonly remedies?: readonly Text[];
};

/** The letters a case has given rise to, in order: what was said then, from the events alone. */
export const lettersOf = (sources: readonly LetterSource[], programme: Programme): LetterDto[] =>
  sources.flatMap((source) => {
    const content = contentOf(source, programme);
    if (content === undefined) return [];
    const { bases, office, remedies = [], kind, paragraphs } = content;
    return [
      {
        kind,
        at: source.at,
        seq: source.seq,
        office,
        paragraphs,
        legalBases: programme.legalBases
          .filter(({ id }) => bases.includes(id))
          .map(({ title, clause }: LegalBasis) => ({ title, clause })),
        remedies: [...remedies],
      },
    ];
  });

/** Few events give rise to a letter; the others are not even parsed. */
const withLetter: ReadonlySet<string> = new Set<EventType>([
  'application-submitted',
  'application-accepted',
  'correction-requested',
  'application-approved',
  'application-refused',
  'application-not-accepted',
]);

function contentOf(source: LetterSource, programme: Programme): Content | undefined {
  const { office = '' } = source;
  if (!withLetter.has(source.event.type)) return undefined;
  const event = CaseEventSchema.parse(source.event);
  switch (event.type) {
    case 'application-submitted':
      return receipt(source, event.data, programme);
    case 'application-accepted':
      return accepted(event.data, office, programme);
    case 'correction-requested':
      return correction(event.data, office, programme);
    case 'application-approved':
      return approved(event.data, office, programme);
    case 'application-refused':
      return {
        kind: 'refused',
        office,
        paragraphs: [
          text(
            `经审核，您申请的“${programme.title.zh}”不予批准。`,
            `Your application for “${programme.title.en}” has been refused.`,
          ),
          text(`事实和理由：${event.data.facts}`, `Facts and reasons: ${event.data.facts}`),
        ],
        bases: event.data.basis,
        remedies: programme.refusalRemedies,
      };
    case 'application-not-accepted':
      return {
        kind: 'not-accepted',
        office,
        paragraphs: [
          text(
            `您申请的“${programme.title.zh}”不属于受理范围，不予受理。`,
            `Your application for “${programme.title.en}” is outside the programme and is not accepted.`,
          ),
          text(`事实和理由：${event.data.facts}`, `Facts and reasons: ${event.data.facts}`),
        ],
        bases: [event.data.basis],
        remedies: programme.refusalRemedies,
      };
    default:
      return undefined;
  }
}

const stageBasis = ({ stages }: Programme, stageId: string): readonly string[] =>
  stages.filter(({ id }) => id === stageId).map(({ basis }) => basis);

function receipt(
  { caseId, at }: LetterSource,
  { next }: CaseEvent<'application-submitted'>['data'],
  programme: Programme,
): Content {
  const when = inBoth((locale) => formatInstant(at, locale));
  const due = inBoth((locale) => formatDate(next.due, locale));
  const office = officeName(next.office);
  return {
    kind: 'receipt',
    office: next.office,
    paragraphs: [
      text(
        `您于 ${when.zh} 提交的“${programme.title.zh}”申请已收到，申请编号 ${caseId}。`,
        `Your application for “${programme.title.en}” was received on ${when.en} under number ${caseId}.`,
      ),
      text(
        `${office.zh}将在 ${next.clock.promisedDays} 个工作日内（${due.zh}前）答复是否受理。办理不收取任何费用。`,
        `${office.en} will say within ${next.clock.promisedDays} working days, by ${due.en}, whether it is accepted. There is no fee.`,
      ),
    ],
    bases: stageBasis(programme, next.stage),
  };
}

function accepted(
  { silent, next }: CaseEvent<'application-accepted'>['data'],
  office: string,
  programme: Programme,
): Content {
  const due = inBoth((locale) => formatDate(next.due, locale));
  return {
    kind: 'accepted',
    office: office || next.office,
    paragraphs: [
      silent
        ? text(
            '受理期限已满未作答复，视为受理。',
            'The time limit passed without an answer, so it counts as accepted.',
          )
        : text('经审查，您的申请予以受理。', 'Your application has been accepted.'),
      text(
        `下一环节由${officeName(next.office).zh}办理，承诺 ${next.clock.promisedDays} 个工作日内（${due.zh}前）办结。`,
        `${officeName(next.office).en} handles it next and promises to finish within ${next.clock.promisedDays} working days, by ${due.en}.`,
      ),
    ],
    bases: stageBasis(programme, next.stage),
  };
}

function correction(
  { items, due }: CaseEvent<'correction-requested'>['data'],
  office: string,
  programme: Programme,
): Content {
  const until = inBoth((locale) => formatDate(due, locale));
  return {
    kind: 'correction',
    office,
    paragraphs: [
      text(
        `您的申请需要补正以下内容，请于 ${until.zh}前提交；逾期未提交的，申请自动终止。补正期间办理时限暂停。`,
        `Please mend the following by ${until.en}; otherwise the application lapses. The time limit stands still meanwhile.`,
      ),
      ...items.map(({ path, reason }, index) => {
        const label = pointerLabel(programme, path);
        return text(`${index + 1}. ${label.zh}：${reason}`, `${index + 1}. ${label.en}: ${reason}`);
      }),
    ],
    bases: [programme.correction.basis],
  };
}

function approved(
  { stage, grant, after }: CaseEvent<'application-approved'>['data'],
  office: string,
  programme: Programme,
): Content {
  const amount = inBoth((locale) => formatMoneyWithWan(grant.amount, locale));
  const { premises } = grant;
  const given = premises
    ? text(
        `同意免租使用面积 ${formatArea(premises.area, 'zh')}，期限自 ${formatDate(premises.from, 'zh')}至 ${formatDate(premises.to, 'zh')}，免租价值 ${amount.zh}。`,
        `Rent-free use of ${formatArea(premises.area, 'en')} from ${formatDate(premises.from, 'en')} to ${formatDate(premises.to, 'en')} is granted, worth ${amount.en}.`,
      )
    : text(`批准金额 ${amount.zh}。`, `Amount granted: ${amount.en}.`);
  const next =
    after.to === 'notice'
      ? text(
          `将于 ${formatDate(after.opensOn, 'zh')}至 ${formatDate(after.closesOn, 'zh')}公示；公示无异议后办理兑现。`,
          `It is in public notice from ${formatDate(after.opensOn, 'en')} to ${formatDate(after.closesOn, 'en')}; delivery follows if nobody objects.`,
        )
      : text(
          `${officeName(after.office).zh}将于 ${formatDate(after.deliverBy, 'zh')}前办理兑现。`,
          `${officeName(after.office).en} will deliver it by ${formatDate(after.deliverBy, 'en')}.`,
        );
  return {
    kind: 'approved',
    office,
    paragraphs: [
      text(
        `经审定，您申请的“${programme.title.zh}”予以批准。`,
        `Your application for “${programme.title.en}” has been approved.`,
      ),
      given,
      next,
    ],
    bases: [...new Set([...stageBasis(programme, stage), ...programme.rules.map(({ basis }) => basis)])],
  };
}
