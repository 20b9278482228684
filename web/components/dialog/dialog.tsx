import './dialog.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../../lib/i18n/use-text.ts';
import { Icon } from '../icon.tsx';
import { words } from '../words.ts';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** For tables and documents; sentences read best in the narrow one. */
  readonly wide?: boolean;
  /** A choice that must be made: it cannot be closed without one. */
  readonly mustChoose?: boolean;
};

/** A modal on the platform's own `<dialog>`: focus trap, Escape and the way back to the opener come with it. */
export function Dialog({ title, onClose, children, wide = false, mustChoose = false }: DialogProps) {
  const say = useText();
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // The element leaves the page before the browser could give focus back by itself.
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!mustChoose) onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {!mustChoose && (
          <button type="button" className="dialog-close" aria-label={say(words.close)} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}

/** The buttons at a dialog's foot; the first one is what most people want. */
export const DialogActions = ({ children }: { readonly children: ReactNode }) => (
  <div className="dialog-actions">{children}</div>
);
