import type { ReturnLine } from '../../../../shared/awards/bank-return/return-line.ts';
import type { TableField } from '../../../../shared/forms/field.ts';
import { text } from '../../../../shared/language/text.ts';

type Column = TableField['columns'][number];
const column = <C extends Pick<Column, 'id' | 'label' | 'type'>>(one: C) => ({ ...one, required: false });

/** The bank's return as a table, so that its cells are read like those of any spreadsheet. */
export const returnTable: TableField = {
  type: 'table',
  id: 'bankReturn',
  label: text('银行回盘文件', 'Bank return'),
  required: true,
  minRows: 1,
  maxRows: 2000,
  columns: [
    column({ type: 'text', id: 'payment', label: text('付款编号', 'Payment number') }),
    column({ type: 'text', id: 'account', label: text('账号', 'Account') }),
    column({ type: 'money', id: 'amount', label: text('金额', 'Amount') }),
    {
      ...column({ type: 'choice', id: 'result', label: text('处理结果', 'Result') }),
      type: 'choice',
      options: [
        { value: 'paid', label: text('成功', 'Paid') },
        { value: 'failed', label: text('失败', 'Failed') },
        { value: 'returned', label: text('退汇', 'Sent back') },
      ],
    },
    column({ type: 'text', id: 'reference', label: text('银行流水号', 'Bank reference') }),
    column({ type: 'date', id: 'paidOn', label: text('付款日期', 'Paid on') }),
    column({ type: 'text', id: 'reason', label: text('失败原因', 'Reason') }),
  ],
};

/** How banks head these columns, besides the names above; `purpose` may carry the payment number too. */
export const headings: Readonly<Record<keyof ReturnLine | 'purpose', readonly string[]>> = {
  payment: ['付款编号', '业务编号', '业务参考号', '客户流水号', '企业流水号', '支付编号', 'payment number'],
  account: ['账号', '收款账号', '收款人账号', '收方账号', '对方账号', '卡号', 'account'],
  amount: ['金额', '付款金额', '交易金额', '发生额', '转账金额', 'amount'],
  result: [
    '处理结果',
    '结果',
    '付款结果',
    '交易结果',
    '交易状态',
    '处理状态',
    '状态',
    '付款状态',
    'result',
    'status',
  ],
  reference: ['银行流水号', '交易流水号', '流水号', '银行交易号', '交易序号', 'bank reference', 'reference'],
  paidOn: [
    '付款日期',
    '交易日期',
    '记账日期',
    '入账日期',
    '处理日期',
    '退汇日期',
    '退票日期',
    '退回日期',
    '日期',
    'paid on',
    'date',
  ],
  reason: ['失败原因', '原因', '返回信息', '错误信息', '失败信息', '退票原因', '退汇原因', 'reason'],
  purpose: ['用途', '附言', '摘要', '备注', 'purpose', 'remark'],
};

/** What banks say in the column of results. */
export const resultWords = {
  成功: /^(?:成功|(?:交易|处理|付款|支付|入账|转账)成功|已付款?|已入账|success(?:ful)?|paid)$/i,
  失败: /^(?:失败|(?:交易|处理|付款|支付|入账|转账)失败|fail(?:ed|ure)?)$/i,
  退汇: /^(?:(?:已|交易|款项)?(?:退票|退汇|退回)|已退|returned|sentback)$/i,
} as const;
