import './follow.css';
import { useParams } from 'wouter';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Letter } from '../../components/case/letter.tsx';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useApplication } from './queries.ts';
import { words } from './words.ts';

/** Right after submitting: the number, the receipt, and where to look next. */
export function ReceiptPage() {
  const say = useText();
  const { caseId = '' } = useParams<{ caseId: string }>();
  const application = useApplication(caseId);
  return (
    <Loaded query={application}>
      {({ letters, enterpriseName }) => {
        const receipt = letters.find(({ kind }) => kind === 'receipt');
        return (
          <Page title={say(words.receiptTitle)} intro={say(words.receiptHint)}>
            <div className="stack-loose">
              <div className="receipt-number not-printed">
                <span className="soft">{say(words.receiptNumber)}</span>
                <strong className="numbers">{caseId}</strong>
              </div>
              <div className="row not-printed">
                <LinkButton to={`/applications/${caseId}`} kind="primary">
                  {say(words.toCase)}
                </LinkButton>
                <Button onClick={() => print()}>
                  <Icon name="print" />
                  {say(words.print)}
                </Button>
              </div>
              {receipt && <Letter caseId={caseId} enterpriseName={enterpriseName} letter={receipt} />}
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}
