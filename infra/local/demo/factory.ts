import type { Answers } from '../../../shared/forms/answers.ts';
import { towns } from '../../../shared/identity/town.ts';
import { fictionalAccount, fictionalCreditCode } from './fictional-enterprise.ts';
import { type FictionalPerson, fictionalPerson } from './fictional-person.ts';

/** A factory at one site: all that the common part of every application asks. */
export type Factory = {
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly establishedOn: string;
  readonly legalRepresentative: FictionalPerson;
  /** Where the founder worked before coming home; absent for who never left. */
  readonly cameBackFrom?: string;
  readonly returnedOn: string;
  /** Division code. */
  readonly town: string;
  readonly community: string;
  readonly site: string;
  readonly industry: string;
  readonly workers: number;
  readonly poorWorkers: number;
  readonly bank: string;
  readonly account: string;
};

/** The answers of the sections 经营主体 and 厂点. */
export const applicantAnswers = (factory: Factory): Answers => ({
  applicantType: 'enterprise',
  enterpriseName: factory.enterpriseName,
  creditCode: factory.creditCode,
  establishedOn: factory.establishedOn,
  legalRepresentative: factory.legalRepresentative.name,
  legalRepresentativeId: factory.legalRepresentative.residentId,
  mobile: factory.legalRepresentative.mobile,
  returnee: factory.cameBackFrom !== undefined,
  ...(factory.cameBackFrom !== undefined && {
    lastWorkplace: factory.cameBackFrom,
    returnedOn: factory.returnedOn,
  }),
  town: factory.town,
  community: factory.community,
  site: factory.site,
  industry: factory.industry,
});

/** The answers of the section 收款账户. */
export const bankAnswers = ({ enterpriseName, bank, account }: Factory): Answers => ({
  payee: enterpriseName,
  bank,
  account,
});

const communities: Readonly<Record<string, string>> = {
  城关镇: '药妇沟社区',
  兴隆镇: '蒙溪社区',
  老县镇: '锦屏社区',
  大贵镇: '儒林社区',
  三阳镇: '尚家坝社区',
  洛河镇: '丰坝社区',
  广佛镇: '松杉社区',
  八仙镇: '狮坪社区',
  长安镇: '双杨社区',
  正阳镇: '泗王庙社区',
  西河镇: '三合社区',
};

const trades = [
  { name: '手套', industry: 'gloves-knitting' },
  { name: '电子', industry: 'electronics' },
  { name: '毛绒玩具', industry: 'toys' },
  { name: '服饰', industry: 'garments' },
  { name: '商标印务', industry: 'printing' },
  { name: '茶业', industry: 'tea-farm-products' },
  { name: '手工艺', industry: 'handicraft' },
] as const;

const namesOfFirms = '兴旺 瑞丰 巧手 锦绣 同心 康美 鑫源 宏图 家和 永昌 福临 安泰 春晖 万顺'.split(' ');
const cities = ['广东东莞', '浙江义乌', '江苏昆山', '福建晋江', '广东深圳'];

const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** Community and wording of a site, the same for the same town and number. */
export function siteIn(townCode: string, number: number): Pick<Factory, 'town' | 'community' | 'site'> {
  const zh = towns.find(({ code }) => code === townCode)?.name.zh ?? '';
  return {
    town: townCode,
    community: communities[zh] ?? zh,
    site: `安置小区 ${1 + (number % 9)} 号楼一层`,
  };
}

/** The nth fictional factory, spread over towns and trades; numbers below 1,000. */
export function fictionalFactory(number: number): Factory {
  const town = pick(towns, number);
  const trade = pick(trades, number * 3);
  const workers = 12 + ((number * 17) % 60);
  return {
    enterpriseName: `平利县${pick(namesOfFirms, number * 5)}${trade.name}有限公司（演示 ${number}）`,
    creditCode: fictionalCreditCode(1000 + number),
    establishedOn: `20${19 + (number % 6)}-0${1 + (number % 9)}-16`,
    legalRepresentative: fictionalPerson(50_000 + number),
    ...(number % 4 !== 0 && { cameBackFrom: pick(cities, number) }),
    returnedOn: '2018-12-01',
    ...siteIn(town.code, number),
    industry: trade.industry,
    workers,
    poorWorkers: Math.ceil(workers / 3) + (number % 3),
    bank: `平利农商银行${town.name.zh.replace('镇', '')}支行`,
    account: fictionalAccount(1000 + number),
  };
}
