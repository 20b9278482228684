import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { OwnEnterpriseDto } from '../../../shared/api/routes/enterprises.ts';
import { Loaded } from '../../components/feedback/loaded.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { ShortForm } from '../../components/form/short-form.tsx';
import { Page } from '../../components/page/page.tsx';
import { announce } from '../../lib/announce.ts';
import { said } from '../../lib/answered.ts';
import { call } from '../../lib/api/call.ts';
import { useText } from '../../lib/i18n/use-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { useMyEnterprises } from '../../lib/use-my-enterprises.ts';
import { type Invitation, readInvitation } from './invitation.ts';
import { enterFields } from './profile-fields.ts';
import { words } from './words.ts';

/** Asks to act for an enterprise; the first who does enters it. What is known of it stands in the form already. */
export function EnterPage() {
  const say = useText();
  const [search] = useSearchParams();
  const enterprises = useMyEnterprises();
  // Read once: signing in on the way must not lose it, and it need not stay in the address.
  const [invited] = useState(() => readInvitation(location.hash));
  const isInvited = invited.creditCode !== '';
  return (
    <Page
      title={say(words.enterTitle)}
      intro={say(isInvited ? words.joinIntro : words.enterIntro)}
      back={{ to: '/enterprises', label: say(words.title) }}
      width="reading"
    >
      <Loaded query={enterprises} waiting={<Skeleton lines={6} />}>
        {({ items }) => (
          <EnterForm
            known={isInvited ? invited : factsOf(items.find((one) => one.enterprise === search.get('from')))}
          />
        )}
      </Loaded>
    </Page>
  );
}

function factsOf(own: OwnEnterpriseDto | undefined): Invitation {
  const code = own?.facts.creditCode;
  return { name: own?.name ?? '', creditCode: typeof code === 'string' ? code : '', town: '' };
}

function EnterForm({ known }: { readonly known: Invitation }) {
  const say = useText();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const enter = useAct(
    (commandId, { name, creditCode, town }: Invitation) =>
      call('enterEnterprise', { body: { commandId, name, creditCode, town } }),
    async ({ part }) => {
      announce(part === 'acts' ? words.saved : words.asked);
      await queries.invalidateQueries({ queryKey: ['enterprises'] });
      go('/enterprises');
    },
  );
  const initial = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
  return (
    <ShortForm
      fields={enterFields}
      initial={initial}
      keptAs={`enterprise:new:${known.creditCode}`}
      submit={say(words.send)}
      busy={enter.isPending}
      error={enter.error}
      onSubmit={(answers, forget) =>
        enter.mutate(
          {
            name: said(answers, 'name'),
            creditCode: said(answers, 'creditCode'),
            town: said(answers, 'town'),
          },
          { onSuccess: forget },
        )
      }
    />
  );
}
