import './draft.css';
import { timeInShanghai } from '../../../shared/calendar/instant.ts';
import type { DraftState } from '../../lib/draft/draft-store.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { Notice } from '../feedback/notice.tsx';
import { ProblemNotice } from '../feedback/problem-notice.tsx';
import { Icon } from '../icon.tsx';
import { words } from './words.ts';

/** One quiet line that always says where the answers are. */
export function SaveStatus({ draft }: { readonly draft: DraftState }) {
  const say = useText();
  const sentence = {
    saved: draft.savedAt ? say(words.savedAt, { time: timeInShanghai(draft.savedAt) }) : say(words.saved),
    unsaved: say(words.saving),
    saving: say(words.saving),
    offline: say(words.offline),
    conflict: say(words.refused),
    refused: say(words.refused),
  }[draft.status];
  const good = draft.status === 'saved';
  return (
    <p className="save-status small soft" role="status">
      <Icon name={good ? 'check' : draft.status === 'offline' ? 'alert' : 'clock'} />
      {sentence}
    </p>
  );
}

/** What keeps the answers from the server, above the form. */
export function SaveTrouble({ draft }: { readonly draft: DraftState }) {
  const say = useText();
  if (draft.status === 'offline') return <Notice tone="attention" title={say(words.offlineHint)} urgent />;
  return draft.status === 'refused' ? <ProblemNotice error={draft.problem} /> : null;
}
