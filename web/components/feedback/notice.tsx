import './notice.css';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon.tsx';

type Tone = 'info' | 'good' | 'attention' | 'bad';

const icons: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  good: 'check',
  attention: 'alert',
  bad: 'alert',
};

type NoticeProps = {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Spoken at once when it appears. */
  readonly urgent?: boolean;
};

export const Notice = ({ tone = 'info', title, children, urgent = false }: NoticeProps) => (
  <div className={`notice notice-${tone}`} role={urgent ? 'alert' : undefined}>
    <Icon name={icons[tone]} />
    <div className="notice-body">
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  </div>
);
