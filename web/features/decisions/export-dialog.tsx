import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InputOf } from '../../../shared/api/client.ts';
import type { ExportDto } from '../../../shared/api/routes/exports.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog/dialog.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { ProblemNotice } from '../../components/feedback/problem-notice.tsx';
import { call } from '../../lib/api/call.ts';
import { useLocale } from '../../lib/i18n/locale.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { exportWords as words } from './export-words.ts';

type Wanted = Omit<NonNullable<InputOf<'startExport'>['body']>, 'commandId'>;
type Choice = keyof typeof words.kinds;
const choices = ['csv', 'xlsx', 'ndjson', 'filtered-proof', 'dossiers', 'period-proof'] as const;

const wantedOf = (choice: Choice): Pick<Wanted, 'kind' | 'format'> => {
  if (choice === 'csv' || choice === 'xlsx' || choice === 'ndjson') return { kind: 'rows', format: choice };
  return { kind: choice, format: 'ndjson' };
};

const pollMs = 2_000;

const failureOf = ({ failure }: ExportDto) =>
  failure === 'invalid-cursor' ? words.searchEnded : words.failed;

type ExportDialogProps = { readonly query: Wanted['query']; readonly onClose: () => void };

export function ExportDialog({ query, onClose }: ExportDialogProps) {
  const say = useText();
  const language = useLocale();
  const client = useQueryClient();
  const [choice, choose] = useState<Choice>('csv');
  const [started, setStarted] = useState<ExportDto>();
  const start = useAct(
    (commandId, wanted: Wanted) => call('startExport', { body: { commandId, ...wanted } }),
    (made) => {
      setStarted(made);
      return client.invalidateQueries({ queryKey: ['exports'] });
    },
  );
  return (
    <Dialog title={say(words.title)} onClose={onClose} wide>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({ ...wantedOf(choice), language, query });
        }}
      >
        <p className="soft">{say(words.hint)}</p>
        <fieldset className="stack">
          <legend>{say(words.kind)}</legend>
          {choices.map((value) => (
            <label key={value} className="row">
              <input
                type="radio"
                name="export-kind"
                value={value}
                checked={choice === value}
                onChange={() => choose(value)}
              />
              {say(words.kinds[value])}
            </label>
          ))}
        </fieldset>
        {choice === 'period-proof' && <p className="small soft">{say(words.periodHint)}</p>}
        {start.error && <ProblemNotice error={start.error} />}
        <DialogActions>
          <Button kind="primary" type="submit" busy={start.isPending}>
            {say(words.start)}
          </Button>
        </DialogActions>
      </form>
      {started && <Progress key={started.id} first={started} />}
      <Earlier except={started?.id} />
    </Dialog>
  );
}

/** How far it is, asked again until it is done. */
function Progress({ first }: { readonly first: ExportDto }) {
  const say = useText();
  const { data } = useQuery({
    queryKey: ['exports', first.id],
    queryFn: ({ signal }) => call('getExport', { params: { exportId: first.id }, signal }),
    initialData: first,
    refetchInterval: (query) => (query.state.data?.status === 'running' ? pollMs : false),
  });
  return (
    <div className="stack" role="status">
      {data.status === 'running' && (
        <>
          <progress aria-label={say(words.title)} />
          <p>{say(words.running, { n: data.rows })}</p>
        </>
      )}
      {data.status === 'failed' && <Notice tone="bad" title={say(failureOf(data))} />}
      {data.status === 'done' && (
        <Notice tone={data.unread > 0 ? 'attention' : 'good'} title={say(words.done, { n: data.rows })}>
          {data.unsealed > 0 && <p>{say(words.unsealed, { n: data.unsealed })}</p>}
          {data.unread > 0 && <p>{say(words.unread, { n: data.unread })}</p>}
          <Files made={data} />
        </Notice>
      )}
    </div>
  );
}

function Files({ made: { files, manifest } }: { readonly made: ExportDto }) {
  const say = useText();
  const format = useFormat();
  return (
    <ul>
      {files.map(({ name, rows, size, url, sha256 }) => (
        <li key={name}>
          <a href={url} download={name}>
            {name}
          </a>{' '}
          <span className="small soft numbers" title={`SHA-256 ${sha256}`}>
            {say(words.rows)} {format.count(rows)} · {format.size(size)}
          </span>
        </li>
      ))}
      {manifest && (
        <li>
          <a href={manifest.url} download={manifest.name}>
            {say(words.manifest)}
          </a>
        </li>
      )}
    </ul>
  );
}

function Earlier({ except }: { readonly except: string | undefined }) {
  const say = useText();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['exports'],
    queryFn: ({ signal }) => call('listExports', { signal }),
  });
  const items = data?.items.filter(({ id }) => id !== except) ?? [];
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{say(words.earlier)}</summary>
      <ul>
        {items.map((made) => (
          <li key={made.id}>
            <span className="numbers">{format.instant(made.requestedAt)}</span>{' '}
            {say(words.kinds[made.kind === 'rows' ? made.format : made.kind])}
            {made.status === 'done' ? (
              <Files made={made} />
            ) : (
              <p className="small">
                {made.status === 'failed' ? say(failureOf(made)) : say(words.running, { n: made.rows })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
