import { useText } from '../../lib/i18n/use-text.ts';
import { Button } from '../button/button.tsx';
import { words } from './words.ts';

type PagerProps = {
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly wrong: number;
  readonly onlyWrong: boolean;
  readonly onOnlyWrong: (only: boolean) => void;
  readonly onPage: (page: number) => void;
};

/** Which rows are shown, and the way to the others. Nothing where all are on the page and right. */
export function Pager(props: PagerProps) {
  const { page, pages, from, to, total, wrong, onlyWrong, onOnlyWrong, onPage } = props;
  const say = useText();
  if (pages < 2 && wrong === 0 && !onlyWrong) return null;
  return (
    <div className="row rows-pager">
      {pages > 1 && (
        <>
          <Button kind="quiet" disabled={page === 0} onClick={() => onPage(page - 1)}>
            {say(words.previous)}
          </Button>
          <span className="numbers" role="status">
            {say(words.shown, { from, to, n: total })}
          </span>
          <Button kind="quiet" disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
            {say(words.next)}
          </Button>
        </>
      )}
      {(wrong > 0 || onlyWrong) && total > 1 && (
        <label className="rows-only-wrong">
          <input
            type="checkbox"
            checked={onlyWrong}
            onChange={(event) => {
              onOnlyWrong(event.target.checked);
              onPage(0);
            }}
          />
          {say(words.onlyWrong, { n: wrong })}
        </label>
      )}
    </div>
  );
}
