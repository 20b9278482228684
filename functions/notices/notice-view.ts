import type { NoticeDto, NoticeLineDto } from '../../shared/api/routes/notices.ts';
import { isProtectedValue, isRows, type ProtectedAnswers } from '../../shared/forms/answers.ts';
import { fieldsOf } from '../../shared/forms/field.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { Notice } from '../persistence/notice.ts';

export const noticeLine = (
  { caseId, enterpriseName, town, amount, opensOn, closesOn }: Notice,
  { id, version, title, benefit }: Programme,
): NoticeLineDto => ({
  caseId,
  programme: { id, version, title },
  enterpriseName,
  town,
  amount,
  benefit: benefit.kind,
  opensOn,
  closesOn,
});

export const noticeView = (notice: Notice, programme: Programme, answers: ProtectedAnswers): NoticeDto => ({
  ...noticeLine(notice, programme),
  office: notice.office,
  answers: publicAnswers(programme, answers),
  ...(notice.premises && { premises: notice.premises }),
});

/**
 * What the form marks for the public. Of what is personal only the mask, never the key by which equal values
 * are recognised; tables stay out, they list people.
 */
function publicAnswers({ form }: Programme, answers: ProtectedAnswers): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(form).flatMap(({ id, publicNotice }) => {
      const value = answers[id];
      if (publicNotice !== true || value === undefined || isRows(value)) return [];
      return [[id, isProtectedValue(value) ? value.masked : value]];
    }),
  );
}
