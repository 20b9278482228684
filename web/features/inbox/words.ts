import { text } from '../../../shared/language/text.ts';

export const words = {
  title: text('消息', 'Messages'),
  nothing: text('还没有消息。', 'There are no messages yet.'),
  unread: text('新', 'New'),
};
