import './icon.css';

const paths = {
  alert: 'M12 4 2.5 20h19zM12 10v5M12 17.6v.1',
  back: 'M14.5 5 8 12l6.5 7',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7',
  check: 'm5 12.5 4.5 4.5L19 7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5.2l3.4 2',
  close: 'M6 6l12 12M18 6 6 18',
  cross: 'M6 6l12 12M18 6 6 18',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  down: 'm6 9 6 6 6-6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  forward: 'M9.5 5 16 12l-6.5 7',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 7.6v.1',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M5 12h14',
  paste: 'M8 5H5v16h14V5h-3M8 3h8v4H8zM9 12h6M9 16h6',
  pause: 'M9 6v12M15 6v12',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20',
  upload: 'M12 16V5M7 9l5-5 5 5M5 20h14',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words; it says nothing on its own and is hidden from screen readers. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
