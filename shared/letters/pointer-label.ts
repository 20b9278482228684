import { fieldsOf } from '../forms/field.ts';
import { stepsOf } from '../forms/pointer.ts';
import { type Text, text } from '../language/text.ts';
import type { Programme } from '../programmes/programme.ts';

/** What a pointer into answers or documents means to people: `学员名单 第 4 行 身份证号码`, `营业执照`. */
export function pointerLabel({ form, documents }: Programme, pointer: string): Text {
  const [first = '', second = '', third] = stepsOf(pointer);
  if (first === 'documents') {
    return documents.find(({ id }) => id === second)?.title ?? text('材料', 'Documents');
  }
  const field = fieldsOf(form).find(({ id }) => id === first);
  if (field === undefined) return text(pointer, pointer);
  if (field.type !== 'table' || second === '') return field.label;
  const row = Number(second) + 1;
  const column = field.columns.find(({ id }) => id === third)?.label;
  return text(
    `${field.label.zh} 第 ${row} 行${column ? ` ${column.zh}` : ''}`,
    `${field.label.en}, row ${row}${column ? `, ${column.en}` : ''}`,
  );
}
