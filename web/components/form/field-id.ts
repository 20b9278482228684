/** The id of the control that answers a pointer: `/roster/3/name` → `answer-roster-3-name`. */
export const controlId = (pointer: string): string => `answer${pointer.replaceAll('/', '-')}`;

/** Asks whoever pages or folds answers to bring this one onto the page. */
const revealEvent = 'reveal-answer';

/** Listens for pointers that somebody wants to see; gives what stops it. */
export function onReveal(listener: (pointer: string) => void): () => void {
  const heard = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'string') listener(event.detail);
  };
  document.addEventListener(revealEvent, heard);
  return () => document.removeEventListener(revealEvent, heard);
}

/** Moves to the control of a pointer, or to the nearest thing above it that is on the page. */
export function focusAnswer(pointer: string): void {
  document.dispatchEvent(new CustomEvent(revealEvent, { detail: pointer }));
  requestAnimationFrame(() => {
    let path = pointer;
    while (path !== '') {
      const control = document.getElementById(controlId(path));
      if (control) {
        control.focus();
        control.scrollIntoView({ block: 'center' });
        return;
      }
      path = path.slice(0, path.lastIndexOf('/'));
    }
  });
}
