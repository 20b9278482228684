import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { NoticeDto } from '../../../shared/api/routes/notices.ts';
import type { Answers } from '../../../shared/forms/answers.ts';
import type { Field } from '../../../shared/forms/field.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { ShortForm } from '../../components/form/short-form.tsx';
import { Page } from '../../components/page/page.tsx';
import { said } from '../../lib/answered.ts';
import { call } from '../../lib/api/call.ts';
import { useFormat } from '../../lib/i18n/use-format.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useKept } from '../../lib/use-kept.ts';
import { useNotice } from '../../lib/use-notice.ts';
import { words } from './words.ts';

const fields: readonly Field[] = [
  {
    type: 'long-text',
    id: 'grounds',
    label: words.grounds,
    hint: words.groundsHint,
    required: true,
    minLength: 10,
    maxLength: 2000,
  },
  { type: 'text', id: 'name', label: words.name, hint: words.nameHint, required: false, maxLength: 40 },
  { type: 'mobile', id: 'mobile', label: words.mobile, hint: words.mobileHint, required: false },
];

/** Anyone may object to what is in notice, named or not. */
export function ObjectPage() {
  const { caseId = '' } = useParams<{ caseId: string }>();
  const notice = useNotice(caseId);
  return <Loaded query={notice}>{(data) => <ObjectTo notice={data} />}</Loaded>;
}

function ObjectTo({ notice: { caseId, enterpriseName, closesOn } }: { readonly notice: NoticeDto }) {
  const say = useText();
  const format = useFormat();
  const [, go] = useLocation();
  const object = useObjection(caseId, (receipt) => go(`/objections/${receipt}`, { replace: true }));
  const send = (answers: Answers, forget: () => void) => object.mutate(answers, { onSuccess: forget });
  return (
    <Page
      title={say(words.objectTo, { name: enterpriseName })}
      intro={say(words.objectUntil, { date: format.date(closesOn) })}
      back={{ to: `/notices/${caseId}`, label: say(words.toNotice) }}
      width="reading"
    >
      <div className="sheet">
        <ShortForm
          fields={fields}
          initial={{}}
          keptAs={`objection:${caseId}`}
          submit={say(words.send)}
          busy={object.isPending}
          error={object.error}
          onSubmit={send}
        />
      </div>
    </Page>
  );
}

/**
 * Sends an objection. The code by which its answer is found is made before it is sent and kept in this tab: when
 * the first answer gets lost, sending again gives the receipt of the same objection.
 */
function useObjection(caseId: string, onFiled: (receipt: string) => void) {
  const [fresh] = useState(() => crypto.randomUUID());
  const [receipt, keep, forget] = useKept(`receipt:${caseId}`, fresh);
  return useMutation({
    mutationFn: (answers: Answers) => {
      keep(receipt);
      const [name, mobile] = [said(answers, 'name'), said(answers, 'mobile')];
      return call('fileObjection', {
        params: { caseId },
        body: {
          commandId: receipt,
          grounds: said(answers, 'grounds'),
          ...(name !== '' && { name }),
          ...(mobile !== '' && { mobile }),
        },
      });
    },
    onSuccess: (filed) => {
      forget();
      onFiled(filed.receipt);
    },
  });
}
