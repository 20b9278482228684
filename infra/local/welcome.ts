import { officeName } from '../../shared/identity/office.ts';
import { type Text, text } from '../../shared/language/text.ts';
import type { DemoPerson } from './demo-people.ts';

const applicants = text('申请人', 'Applicants');

/** What the console shows once the system is up: where it is, and who one can be. */
export function welcome(
  origin: string,
  dataFolder: string,
  logPath: string,
  people: readonly DemoPerson[],
): string {
  const groups = Map.groupBy(people, ({ office }) => office);
  const lines = [...groups].map(([office, members]) => {
    const names = members.map(({ name, part }) => `${name}（${part.zh}）`).join('、');
    return `    ${label(office).zh}  ${names}`;
  });
  return [
    '',
    '  平利县社区工厂扶持申报平台已启动  The portal is up',
    '',
    `    地址 Address  ${origin}`,
    `    接口 API      ${origin}/api/docs`,
    `    邮件 Mail     ${origin}/outbox`,
    `    数据 Data     ${dataFolder}`,
    `    日志 Log      ${logPath}`,
    '',
    '  登录时选择一位演示人员，不需要密码  Sign in as any of these; there are no passwords',
    '',
    ...lines,
    '',
    '  按 Ctrl-C 停止  Press Ctrl-C to stop',
    '',
  ].join('\n');
}

const label = (office: string | undefined): Text => (office === undefined ? applicants : officeName(office));
