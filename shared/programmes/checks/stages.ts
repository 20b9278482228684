import type { FieldError } from '../../api/errors.ts';
import { celEnvironment } from '../../rules/cel.ts';
import type { Programme, Stage } from '../programme.ts';
import { fault, type Path } from './fault.ts';

const decides = ({ kind }: Stage): boolean => kind === 'decision' || kind === 'joint-meeting';

/**
 * Every case can be decided, whatever its amount: it enters through acceptance, some deciding stage is never
 * passed over, and the last stage decides. No stage is shut out for good, and silence approves no money.
 */
export function stageFaults({ stages }: Programme): readonly FieldError[] {
  const faults: FieldError[] = [];
  const say = (path: Path, code: 'unreachable' | 'no-way-out' | 'wrong-kind', zh: string, en: string) =>
    faults.push(fault(['stages', ...path], code, zh, en));

  stages.forEach((stage, index) => {
    if ((stage.kind === 'acceptance') !== (index === 0))
      say(
        [index, 'kind'],
        'wrong-kind',
        '第一个环节须为受理，且只有一个受理环节。',
        'The first stage, and no other, is acceptance.',
      );
    if (stage.kind === 'acceptance' && stage.when !== undefined)
      say([index, 'when'], 'no-way-out', '受理环节不能附条件。', 'Acceptance cannot be conditional.');
    if (stage.kind !== 'acceptance' && stage.onSilence === 'accept')
      say(
        [index, 'onSilence'],
        'wrong-kind',
        '只有受理环节可以逾期视为同意。',
        'Only at acceptance does silence count as yes.',
      );
    if (stage.when !== undefined && isNever(stage.when))
      say([index, 'when'], 'unreachable', '此条件永远不成立。', 'This condition never holds.');
  });

  const last = stages.at(-1);
  if (last !== undefined && !decides(last))
    say(
      [stages.length - 1, 'kind'],
      'no-way-out',
      '最后一个环节须能作出决定。',
      'The last stage must be one that decides.',
    );
  const deciding = stages.filter(decides);
  if (deciding.length > 0 && deciding.every(({ when }) => when !== undefined))
    say(
      [stages.findLastIndex(decides), 'when'],
      'no-way-out',
      '至少须有一个不附条件的决定环节。',
      'At least one deciding stage must be without a condition.',
    );
  return faults;
}

/** Only a condition without any variable can be known to fail always. */
function isNever(condition: string): boolean {
  const cel = celEnvironment({});
  if (!cel.check(condition).valid) return false;
  const result = cel.evaluate(condition, cel.scope({}));
  return result.ok && result.value === false;
}
