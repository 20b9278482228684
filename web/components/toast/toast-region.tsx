import './toast.css';
import { closeToast, useToasts } from '../../lib/announce.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Icon } from '../icon.tsx';
import { words } from '../words.ts';

/** Always on the page, so that screen readers hear what appears in it. */
export function ToastRegion() {
  const say = useText();
  const toasts = useToasts();
  return (
    <div className="toasts not-printed" role="status" aria-live="polite">
      {toasts.map(({ id, message, tone }) => (
        <div key={id} className={`toast toast-${tone}`}>
          <Icon name={tone === 'good' ? 'check' : 'alert'} />
          <p>{say(message)}</p>
          <button
            type="button"
            className="toast-close"
            aria-label={say(words.close)}
            onClick={() => closeToast(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
