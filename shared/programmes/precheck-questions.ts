import type { Form } from '../forms/field.ts';
import { text } from '../language/text.ts';

const people = text('人', 'people');

/**
 * “我能享受什么?” — the questions that all programmes share, eight at most, asked without signing in. They
 * are a form like any other, so page and API check the answers as they check an application's, and a
 * programme's precheck rules name them by their ids.
 */
export const precheckForm: Form = {
  sections: [
    {
      id: 'precheck',
      title: text('我能享受什么？', 'What could I get?'),
      fields: [
        {
          type: 'choice',
          id: 'situation',
          label: text('您目前的情况', 'Your situation'),
          required: true,
          options: [
            {
              value: 'preparing',
              label: text('准备办厂，还没有登记', 'Planning a factory, not registered yet'),
            },
            {
              value: 'registered-first',
              label: text('已登记，是第一次创业', 'Registered, my first business'),
            },
            {
              value: 'registered-again',
              label: text('已登记，以前办过企业', 'Registered, not my first business'),
            },
          ],
        },
        { type: 'town', id: 'town', label: text('厂点在哪个镇', 'Town of your site'), required: true },
        {
          type: 'integer',
          id: 'monthsOperating',
          label: text('已经营几个月', 'Months in operation'),
          hint: text('还没开业的填 0。', 'Enter 0 if not open yet.'),
          required: true,
          min: 0,
          max: 1200,
          unit: text('个月', 'months'),
        },
        {
          type: 'integer',
          id: 'jobs',
          label: text('现有或计划员工', 'Workers, now or planned'),
          required: true,
          min: 0,
          max: 5000,
          unit: people,
        },
        {
          type: 'integer',
          id: 'poorJobs',
          label: text('其中脱贫（贫困）户', 'Of whom from poor households'),
          required: true,
          min: 0,
          max: 5000,
          unit: people,
        },
        {
          type: 'area',
          id: 'areaNeeded',
          label: text('需要的厂房面积（平方米）', 'Floor area you need (m²)'),
          hint: text('不需要厂房的填 0。', 'Enter 0 if you need none.'),
          required: true,
          min: 0,
          max: 100_000_00,
        },
        {
          type: 'money',
          id: 'investment',
          label: text('有发票的设备投入（元）', 'Spent on equipment, with invoices (yuan)'),
          required: true,
          min: 0,
          max: 100_000_000_000,
        },
        {
          type: 'integer',
          id: 'trainees',
          label: text('正在或准备培训的新员工', 'New workers you are training or will train'),
          required: true,
          min: 0,
          max: 5000,
          unit: people,
        },
      ],
    },
  ],
};
