import { Button } from '../../components/button/button.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type BulkBarProps = {
  readonly count: number;
  readonly busy: boolean;
  readonly onClaim: () => void;
  readonly onRecommend: () => void;
};

/** What can be done to the chosen cases together. Keeps its place, so that choosing moves nothing. */
export function BulkBar({ count, busy, onClaim, onRecommend }: BulkBarProps) {
  const say = useText();
  return (
    <div className="row bulk-bar">
      <span className="numbers" role="status">
        {say(words.chosen, { n: count })}
      </span>
      <Button disabled={count === 0} busy={busy} onClick={onClaim}>
        {say(words.claim)}
      </Button>
      <Button disabled={count === 0} busy={busy} onClick={onRecommend}>
        {say(words.recommend)}
      </Button>
    </div>
  );
}
