import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { NoticeDto, NoticeLineDto, noticeRoutes } from '../../shared/api/routes/notices.ts';
import { dateInShanghai } from '../../shared/calendar/instant.ts';
import { pinnedProgramme } from '../cases/pinned-programme.ts';
import type { RequestOf } from '../http/endpoint.ts';
import { noticeLine, noticeView } from '../notices/notice-view.ts';
import { type Notice, readNotice, readNotices } from '../persistence/notice.ts';
import { readRevision } from '../persistence/revision.ts';
import type { System } from '../system.ts';

/** A notice is over with its last day, also where the clock has not come by yet. */
const isOpen = ({ closesOn }: Notice, today: string): boolean => today <= closesOn;

export const listNotices =
  (system: System) =>
  async ({
    query,
  }: RequestOf<typeof noticeRoutes.listNotices>): Promise<Outcome<{ items: NoticeLineDto[] }>> => {
    const today = dateInShanghai(system.now());
    const open = (await readNotices(system.tables))
      .filter((notice) => isOpen(notice, today))
      .filter(({ town }) => query.town === undefined || query.town === town)
      .filter(({ programme }) => query.programme === undefined || query.programme === programme.id)
      .toSorted((one, other) => (one.closesOn < other.closesOn ? -1 : 1));
    const items = open.map(async (notice) => {
      const { programme } = await pinnedProgramme(system, notice.programme);
      return noticeLine(notice, programme);
    });
    return accept({ items: await Promise.all(items) });
  };

export const getNotice =
  (system: System) =>
  async ({ params: { caseId } }: RequestOf<typeof noticeRoutes.getNotice>): Promise<Outcome<NoticeDto>> => {
    const notice = await readNotice(system.tables, caseId);
    if (notice === undefined || !isOpen(notice, dateInShanghai(system.now()))) {
      return refuse('notice-not-found');
    }
    const { programme } = await pinnedProgramme(system, notice.programme);
    const { answers } = await readRevision(system.tables, caseId, notice.revision);
    return accept(noticeView(notice, programme, answers));
  };
