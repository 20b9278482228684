import { useParams } from 'wouter';
import { Button } from '../../components/button/button.tsx';
import { Letter } from '../../components/case/letter.tsx';
import { letterWords } from '../../components/case/status-words.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { words as common } from '../../components/words.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCase } from './queries.ts';

/** A letter of a case as its office prints it for the file. */
export function CaseLetterPage() {
  const say = useText();
  const { caseId = '', seq = '' } = useParams<{ caseId: string; seq: string }>();
  const query = useCase(caseId);
  return (
    <Loaded query={query}>
      {({ letters, enterpriseName }) => {
        const letter = letters.find((one) => String(one.seq) === seq);
        if (!letter) return null;
        return (
          <Page
            title={say(letterWords[letter.kind])}
            eyebrow={<span className="numbers">{caseId}</span>}
            back={{ to: `/cases/${caseId}`, label: enterpriseName }}
            actions={
              <Button onClick={() => print()}>
                <Icon name="print" />
                {say(common.print)}
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
