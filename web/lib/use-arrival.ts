import { type RefObject, useEffect } from 'react';

let pagesShown = 0;
let wentBack = false;
let listening = false;

function listenForBack(): void {
  if (listening) return;
  listening = true;
  addEventListener('popstate', () => {
    wentBack = true;
  });
}

/**
 * After a navigation within the portal, moves focus to the new page's heading and to its top, as loading a
 * document would. Going back leaves the scroll position to the browser.
 */
export function useArrival(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    listenForBack();
    if (pagesShown > 0) {
      heading.current?.focus({ preventScroll: true });
      if (!wentBack) scrollTo(0, 0);
    }
    wentBack = false;
    pagesShown += 1;
  }, [heading]);
}
