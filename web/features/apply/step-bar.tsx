import { Link } from 'wouter';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { words } from './words.ts';

type Step = {
  readonly id: string;
  readonly title: string;
  /** Things to fill in or mend; undefined for a step that has none of its own. */
  readonly left: number | undefined;
  readonly address: string;
};

type StepBarProps = { readonly steps: readonly Step[]; readonly current: number };

/** Where one is in the form: a rail beside it on a wide page, one line that opens on a phone. */
export function StepBar({ steps, current }: StepBarProps) {
  const say = useText();
  return (
    <nav className="step-bar" aria-label={say(words.steps)}>
      <details className="step-bar-fold">
        <summary>
          <span className="numbers">{say(words.step, { n: current + 1, total: steps.length })}</span>
          <progress max={steps.length} value={current + 1} aria-hidden="true" />
        </summary>
        <StepList steps={steps} current={current} />
      </details>
      <div className="step-bar-rail">
        <StepList steps={steps} current={current} />
      </div>
    </nav>
  );
}

function StepList({ steps, current }: StepBarProps) {
  const say = useText();
  return (
    <ol className="step-list">
      {steps.map(({ id, title, left, address }, index) => (
        <li key={id}>
          <Link href={address} aria-current={index === current ? 'step' : undefined} className="step-link">
            <span className={left === 0 ? 'step-mark step-mark-done numbers' : 'step-mark numbers'}>
              {left === 0 ? <Icon name="check" /> : index + 1}
            </span>
            <span>
              {title}
              {left !== undefined && (
                <span className="step-note small">
                  {left === 0 ? say(words.done) : say(words.toMend, { n: left })}
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
