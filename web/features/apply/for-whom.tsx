import { useId } from 'react';
import type { OwnEnterpriseDto } from '../../../shared/api/routes/enterprises.ts';
import { FieldFrame } from '../../components/form/field-frame.tsx';
import { useText } from '../../lib/i18n/use-text.ts';
import { useCounty } from '../../lib/use-county.ts';
import { words } from './words.ts';

/** Whom an application is for: an enterprise by its key, none for one that is not known yet; a branch of it. */
export type Whom = { readonly enterprise: string | undefined; readonly branch?: string | undefined };

type ForWhomProps = {
  /** Those the person has applied or may act for; at least one. */
  readonly enterprises: readonly OwnEnterpriseDto[];
  readonly whom: Whom;
  readonly onChange: (whom: Whom) => void;
};

/** More than these, and the button to begin would be out of sight. */
const mostRadios = 5;

/** Asked before the form, because the answer fills much of it in. */
export function ForWhom({ enterprises, whom, onChange }: ForWhomProps) {
  const say = useText();
  const id = useId();
  const chosen = enterprises.find(({ enterprise }) => enterprise === whom.enterprise);
  const choices = [
    ...enterprises.map(({ enterprise, name }) => ({ enterprise, name })),
    { enterprise: undefined, name: say(words.otherEnterprise) },
  ];
  const isLong = choices.length > mostRadios;
  return (
    <>
      <FieldFrame id={id} label={say(words.forWhom)} hint={say(words.forWhomHint)} group={!isLong}>
        {({ describedBy }) =>
          isLong ? (
            <select
              id={id}
              className="control"
              aria-describedby={describedBy}
              value={whom.enterprise ?? ''}
              onChange={({ target }) => onChange({ enterprise: target.value || undefined })}
            >
              {choices.map(({ enterprise, name }) => (
                <option key={enterprise ?? ''} value={enterprise ?? ''}>
                  {name}
                </option>
              ))}
            </select>
          ) : (
            <div className="choices">
              {choices.map(({ enterprise, name }) => (
                <label key={enterprise ?? ''} className="choice">
                  <input
                    type="radio"
                    name={id}
                    checked={whom.enterprise === enterprise}
                    onChange={() => onChange({ enterprise })}
                  />
                  <span lang="zh-CN">{name}</span>
                </label>
              ))}
            </div>
          )
        }
      </FieldFrame>
      {chosen?.profile && chosen.profile.branches.length > 0 && (
        <Site profile={chosen.profile} whom={whom} onChange={onChange} />
      )}
    </>
  );
}

type SiteProps = Pick<ForWhomProps, 'whom' | 'onChange'> & {
  readonly profile: NonNullable<OwnEnterpriseDto['profile']>;
};

function Site({ profile: { town, branches }, whom, onChange }: SiteProps) {
  const say = useText();
  const id = useId();
  const { townName } = useCounty();
  return (
    <FieldFrame id={id} label={say(words.forSite)} hint={say(words.forSiteHint)}>
      {({ describedBy }) => (
        <select
          id={id}
          className="control"
          aria-describedby={describedBy}
          value={whom.branch ?? ''}
          onChange={({ target }) => onChange({ ...whom, branch: target.value || undefined })}
        >
          <option value="">{say(words.headOffice, { town: say(townName(town)) })}</option>
          {branches.map((branch) => (
            <option key={branch.id} value={branch.id}>
              {say(words.branch, { name: branch.name, town: say(townName(branch.town)) })}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
