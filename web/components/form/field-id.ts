/** The id of the control that answers a pointer: `/roster/3/name` → `answer-roster-3-name`. */
export const controlId = (pointer: string): string => `answer${pointer.replaceAll('/', '-')}`;

/** Moves to the control of a pointer, or to the nearest thing above it that is on the page. */
export function focusAnswer(pointer: string): void {
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
}
