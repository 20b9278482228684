import { text } from '../../../shared/language/text.ts';

export const portalName = text('平利县社区工厂扶持申报平台', 'Pingli County Community Factory Support');
