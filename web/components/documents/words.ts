import { text } from '../../../shared/language/text.ts';

export const words = {
  takePhoto: text('拍照上传', 'Take a photo'),
  chooseFile: text('选择文件', 'Choose a file'),
  accepted: text('{types}，每个不超过 {limit}，最多 {n} 个', '{types}, up to {limit} each, at most {n}'),
  uploading: text('正在上传 {name}', 'Uploading {name}'),
  failed: text('没有传上去：{why}', 'Not uploaded: {why}'),
  retry: text('重新上传', 'Try again'),
  cancel: text('取消', 'Cancel'),
  view: text('查看', 'View'),
  remove: text('删除', 'Remove'),
  removed: text('已删除 {name}', '{name} was removed'),
  checking: text('安全检查中', 'Being checked'),
  refused: text('未通过安全检查，请换一个文件', 'It did not pass the safety check; use another file'),
  mayFollow: text('可以先提交申请，这份材料以后再补。', 'You may hand this one in later.'),
  tooLarge: text('“{name}”太大，最多 {limit}。', '“{name}” is too large; the limit is {limit}.'),
  wrongType: text('“{name}”的格式不符，请用 {types}。', '“{name}” is not of an accepted type; use {types}.'),
  tooMany: text('最多 {n} 个文件。', 'At most {n} files.'),
  noDocument: text('没有上传', 'Nothing uploaded'),
  download: text('下载', 'Download'),
  zoomIn: text('放大', 'Zoom in'),
  zoomOut: text('缩小', 'Zoom out'),
  openInTab: text('在新窗口打开', 'Open in a new tab'),
  noPreview: text(
    '这种文件不能在页面里显示，请下载查看。',
    'This kind of file cannot be shown here; download it.',
  ),
} as const;
