import { type Text, text } from '../../language/text.ts';

/** What is gone through when premises are handed over; every item is needed. */
export const handoverItems = [
  'lease-signed',
  'fire-safety',
  'meters-read',
  'condition-recorded',
  'keys-given',
] as const;
export type HandoverItem = (typeof handoverItems)[number];

export const handoverItemLabels: Readonly<Record<HandoverItem, Text>> = {
  'lease-signed': text('租赁合同已签订', 'The lease is signed'),
  'fire-safety': text('消防安全资料已查验', 'Fire-safety evidence was seen'),
  'meters-read': text('水、电表读数已双方确认', 'Both sides agreed the meter readings'),
  'condition-recorded': text('厂房现状已拍照记录', 'The condition was photographed'),
  'keys-given': text('钥匙已交接', 'The keys were given'),
};
