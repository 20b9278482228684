import './skeleton.css';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from '../words.ts';

/** Holds the place of what is being loaded, so that nothing jumps when it comes. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  const say = useText();
  return (
    <div className="skeleton" role="status">
      <span className="only-heard">{say(words.loading)}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines without identity
        <span key={index} className="skeleton-line" />
      ))}
    </div>
  );
}

export const PageSkeleton = () => (
  <div className="page page-page skeleton-page">
    <Skeleton lines={9} />
  </div>
);
