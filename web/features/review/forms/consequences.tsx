import type { CaseDto } from '../../../../shared/api/dto/case.ts';
import { Notice } from '../../../components/feedback/notice.tsx';
import { useFormat } from '../../../lib/i18n/use-format.ts';
import { useText } from '../../../lib/i18n/use-text.ts';
import { words } from '../words.ts';

type ConsequencesProps = {
  readonly data: CaseDto;
  /** Fen, as typed so far. */
  readonly amount: number | undefined;
};

/**
 * What approving would leave of fund or floor. The API reckons it for the amount proposed so far; what the
 * officer types instead shifts it by the difference.
 */
export function Consequences({ data, amount }: ConsequencesProps) {
  const say = useText();
  const format = useFormat();
  const { fund, premises } = data.consequences;
  const reckonedFor = data.amount?.proposed ?? data.explanation.amount;
  const left = fund && fund.available + reckonedFor - (amount ?? reckonedFor);
  if (left === undefined && !premises) return null;
  const bad = (left ?? 0) < 0 || (premises?.freeArea ?? 0) < 0;
  return (
    <Notice tone={bad ? 'bad' : 'info'} title={say(words.consequences)}>
      {left !== undefined && (
        <p className="numbers">
          {left < 0
            ? say(words.fundShort, { amount: format.moneyWithWan(-left) })
            : say(words.fundLeft, { amount: format.moneyWithWan(left) })}
        </p>
      )}
      {premises && (
        <p className="numbers">{say(words.floorLeft, { area: format.area(premises.freeArea) })}</p>
      )}
    </Notice>
  );
}
