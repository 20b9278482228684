import { text } from '../../../shared/language/text.ts';

export const words = {
  saved: text('已保存', 'Saved'),
  savedAt: text('{time} 已保存', 'Saved at {time}'),
  saving: text('正在保存…', 'Saving…'),
  offline: text('网络断开，已存在本机', 'Offline, kept on this device'),
  offlineHint: text(
    '现在没有网络。您可以继续填写，内容保存在本机，网络恢复后自动上传。',
    'There is no network now. Carry on: what you type is kept on this device and sent when the network is back.',
  ),
  refused: text('没有保存上', 'Not saved'),
  uploadsUnderWay: text('还有文件正在上传，请稍候。', 'Files are still being uploaded; please wait.'),
} as const;
