import { describe, expect, test } from 'vitest';
import { compareProgrammes } from '../../shared/programmes/compare-programmes.ts';
import { startupGrant } from '../../shared/programmes/county/startup-grant.ts';

// biome-ignore lint/suspicious/noExplicitAny: a draft is changed freely
const changes = (change: (draft: any) => void) => {
  const draft = JSON.parse(JSON.stringify(startupGrant));
  draft.version = 2;
  change(draft);
  return compareProgrammes(startupGrant, draft).map(
    ({ where, before, after }) => `${where.zh}: ${before?.zh ?? '无'} → ${after?.zh ?? '无'}`,
  );
};

describe('two versions of a programme', () => {
  test('that differ in nothing but the number are the same', () => {
    expect(changes(() => undefined)).toEqual([]);
  });

  test.each<[string, Parameters<typeof changes>[0], string[]]>([
    [
      'an amount, in yuan',
      (d) => {
        d.parameters[0].value = 12_000_000;
      },
      ['参数 · 每户企业最高补助额 · 数值: 100,000.00 元 → 120,000.00 元'],
    ],
    [
      'a share, in percent',
      (d) => {
        d.parameters[1].value = 60_00;
      },
      ['参数 · 按合规发票金额补助的比例 · 数值: 50% → 60%'],
    ],
    [
      'a time limit',
      (d) => {
        d.stages[1].workingDays = 5;
      },
      ['办理环节 · 镇审核与现场核查 · 工作日: 7 → 5'],
    ],
    [
      'the share of an expedited case',
      (d) => {
        d.expedite.share = 2500;
      },
      ['加急 · 比例: 50% → 25%'],
    ],
    [
      'a rule',
      (d) => {
        d.rules[1].expression = 'true';
      },
      ['规则 · 首次创业 · 表达式: firstFounding → true'],
    ],
    [
      'a wording',
      (d) => {
        d.fee = undefined;
        d.guide.fee = { zh: '免费', en: 'none' };
      },
      ['办事指南 · 收费: 不收取任何费用 → 免费'],
    ],
    [
      'a limit of a field, in yuan',
      (d) => {
        d.form.sections[4].fields[0].max = 12_000_000;
      },
      ['申请表 · 栏目 · 申请金额 · 填写项 · 申请补助金额（元） · 最大值: 100,000.00 元 → 120,000.00 元'],
    ],
    [
      'a field that is gone',
      (d) => {
        d.form.sections[1].fields.splice(1, 1);
      },
      ['申请表 · 栏目 · 厂点 · 填写项: 社区（村） → 无'],
    ],
    [
      'a rule that is gone',
      (d) => {
        d.rules.splice(1, 1);
      },
      ['规则: 首次创业 → 无'],
    ],
    [
      'a rule put in between',
      (d) => {
        d.rules.splice(1, 0, { ...d.rules[0], id: 'new', label: { zh: '新规则', en: 'New' } });
      },
      ['规则: 无 → 新规则'],
    ],
    [
      'a restriction to a town',
      (d) => {
        d.towns = ['610926106'];
      },
      ['适用的镇: 无 → 610926106'],
    ],
    [
      'no notice any more',
      (d) => {
        delete d.notice;
      },
      ['公示: 5，working，office，county-office，publicity-practice → 无'],
    ],
    [
      'a condition of the guide',
      (d) => {
        d.guide.conditions.pop();
      },
      ['办事指南 · 条件: 没有被列入失信名单，没有尚未退回的补助 → 无'],
    ],
    [
      'what files are taken',
      (d) => {
        d.documents[0].accept = ['image/png', 'image/jpeg', 'application/pdf'];
      },
      [
        '材料 · 营业执照 · 文件类型 · 顺序: image/jpeg、image/png、application/pdf → image/png、image/jpeg、application/pdf',
      ],
    ],
    [
      'a document that may follow',
      (d) => {
        d.documents[0].mayFollow = true;
      },
      ['材料 · 营业执照 · 可以容缺: 否 → 是'],
    ],
    [
      'a limit set to nothing',
      (d) => {
        d.form.sections[4].fields[0].min = 0;
      },
      ['申请表 · 栏目 · 申请金额 · 填写项 · 申请补助金额（元） · 最小值: 1.00 元 → 0.00 元'],
    ],
  ])('tell %s', (_, change, told) => {
    expect(changes(change)).toEqual(told);
  });

  test('tell a new order of the stages', () => {
    const [told] = changes((d) => d.stages.push(d.stages.splice(1, 1)[0]));
    expect(told).toBe(
      '办理环节 · 顺序: 镇受理、镇审核与现场核查、主管部门审定、县联席会议审议 → 镇受理、主管部门审定、县联席会议审议、镇审核与现场核查',
    );
  });

  test('tell it in English too', () => {
    const dearer = {
      ...startupGrant,
      parameters: startupGrant.parameters.map((one) => ({
        ...one,
        value: one.name === 'grantCap' ? 12_000_000 : one.value,
      })),
    };
    expect(compareProgrammes(startupGrant, dearer)).toMatchObject([
      {
        where: { en: 'Parameters · Most one enterprise may receive · Value' },
        after: { en: 'CNY 120,000.00' },
      },
    ]);
  });
});
