/** Whether the page shown is this entry's, or one below it. */
export const isHere = (to: string, place: string): boolean =>
  to === '/' ? place === '/' : place.startsWith(to);
