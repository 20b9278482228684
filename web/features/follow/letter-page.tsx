import { useParams } from 'wouter';
import { Button } from '../../components/button/button.tsx';
import { Letter } from '../../components/case/letter.tsx';
import { letterWords } from '../../components/case/status-words.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useApplication } from './queries.ts';
import { words } from './words.ts';

export function LetterPage() {
  const say = useText();
  const { caseId = '', seq = '' } = useParams<{ caseId: string; seq: string }>();
  const application = useApplication(caseId);
  return (
    <Loaded query={application}>
      {({ letters, enterpriseName, programme }) => {
        const letter = letters.find((one) => String(one.seq) === seq);
        if (!letter) return null;
        return (
          <Page
            title={say(words.letterOf, { kind: say(letterWords[letter.kind]), title: say(programme.title) })}
            back={{ to: `/applications/${caseId}`, label: say(words.toCase) }}
            actions={
              <Button onClick={() => print()}>
                <Icon name="print" />
                {say(words.print)}
              </Button>
            }
          >
            <Letter caseId={caseId} enterpriseName={enterpriseName} letter={letter} />
          </Page>
        );
      }}
    </Loaded>
  );
}
