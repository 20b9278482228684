import { officeName } from '../../../shared/identity/office.ts';
import type { Text } from '../../../shared/language/text.ts';
import { text } from '../../../shared/language/text.ts';
import type { DemoPerson } from '../demo-people.ts';
import { escapeHtml, issuerPage } from './issuer-page.ts';

const applicants = text('申请人', 'Applicants');

/** The page on which one picks who to be: one button per person, grouped by office. */
export function signInPage(people: readonly DemoPerson[], action: string): string {
  const groups = Map.groupBy(people, ({ office }) => office);
  const sections = [...groups].map(([office, members]) =>
    section(office === undefined ? applicants : officeName(office), members),
  );
  return issuerPage(
    '选择登录身份',
    `<h1>选择登录身份 <small lang="en">Choose who to be</small></h1>
<p class="lead">本机演示，以下人员均为虚构，不需要密码。<br><span lang="en">A demonstration on this machine: none of these people exists, and there are no passwords.</span></p>
<form method="post" action="${escapeHtml(action)}">${sections.join('')}</form>`,
  );
}

const section = (title: Text, members: readonly DemoPerson[]): string =>
  `<section><h2>${both(title)}</h2><ul>${members.map(choice).join('')}</ul></section>`;

const choice = ({ id, name, part }: DemoPerson): string =>
  `<li><button name="person" value="${escapeHtml(id)}"><b>${escapeHtml(name)}</b>${both(part)}</button></li>`;

const both = ({ zh, en }: Text): string => `${escapeHtml(zh)} <small lang="en">${escapeHtml(en)}</small>`;
