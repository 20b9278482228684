import { text } from '../../../language/text.ts';
import type { Parameter } from '../../programme.ts';
import { countyDefault } from './legal-bases.ts';

/** 30,000 元: the county's own default, not in its reports. */
export const jointMeetingThreshold: Parameter = {
  name: 'jointMeetingThreshold',
  label: text('超过此金额须经联席会议审议', 'Above this amount the joint meeting decides'),
  unit: 'fen',
  value: 3_000_000,
  basis: countyDefault.id,
};

export const keptJobsShare: Parameter = {
  name: 'keptJobsShare',
  label: text('须保持的岗位比例', 'Share of the jobs to be kept'),
  unit: 'percent',
  value: 80_00,
  basis: countyDefault.id,
};
