import { problemText } from '../../lib/api/problem-text.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import type { Upload } from '../../lib/uploads/upload-queue.ts';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon.tsx';
import { words } from './words.ts';

type UploadRowProps = {
  readonly upload: Upload;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
};

/** A file on its way, or one that got stuck. */
export function UploadRow({ upload, onRetry, onCancel }: UploadRowProps) {
  const say = useText();
  const { file, progress, state, problem } = upload;
  return (
    <li className="document-row">
      <Icon name={state === 'failed' ? 'alert' : 'upload'} />
      <span className="document-name">
        <span lang="zh-CN">{file.name}</span>
        {state === 'failed' ? (
          <span className="document-refused small" role="alert">
            {say(words.failed, { why: say(problemText(problem)) })}
          </span>
        ) : (
          <progress max={1} value={progress} aria-label={say(words.uploading, { name: file.name })} />
        )}
      </span>
      <span className="row">
        {state === 'failed' && (
          <Button kind="quiet" onClick={onRetry}>
            {say(words.retry)}
          </Button>
        )}
        <Button kind="quiet" onClick={onCancel}>
          {say(words.cancel)}
        </Button>
      </span>
    </li>
  );
}
