import { randomUUID } from 'node:crypto';
import type { Call } from '../../../shared/api/client.ts';
import { countyCode } from '../../../shared/identity/town.ts';
import { premisesId, type SiteFacts } from '../../../shared/premises/site.ts';
import type { UnitFacts } from '../../../shared/premises/unit.ts';

const town = (suffix: string): string => `${countyCode}${suffix}`;

/** A site of a town with a desk among the demo people. */
type DemoSite = SiteFacts & { readonly town: string; readonly number: string };

const sites: readonly DemoSite[] = [
  {
    town: town('100'),
    number: 'yaofugou',
    name: '药妇沟社区工厂',
    community: '药妇沟社区',
    address: '城关镇药妇沟移民搬迁社区',
    buildings: [
      { name: '1 号楼', floors: 6, basements: 0 },
      { name: '2 号楼', floors: 6, basements: 0 },
    ],
  },
  {
    town: town('102'),
    number: 'jinping',
    name: '锦屏社区门面房',
    community: '锦屏社区',
    address: '老县镇锦屏移民搬迁社区',
    buildings: [{ name: '临街楼', floors: 5, basements: 0 }],
  },
  {
    town: town('106'),
    number: 'songshan',
    name: '松杉社区厂房',
    community: '松杉社区',
    address: '广佛镇松杉社区',
    buildings: [{ name: '厂房', floors: 2, basements: 0 }],
  },
  {
    town: town('108'),
    number: 'standard',
    name: '长安镇标准化厂房',
    community: '双杨社区',
    address: '长安镇双杨社区统建楼',
    buildings: [
      { name: '二期', floors: 6, basements: 1 },
      { name: '五期', floors: 6, basements: 1 },
    ],
  },
];

type DemoUnit = Pick<UnitFacts, 'building' | 'floor' | 'area' | 'power' | 'readiness' | 'offer' | 'room'> & {
  readonly town: string;
  readonly site: string;
  readonly number: string;
};

/** The two of 长安 are the county report's: phase 2 with 2,000 m², phase 5 with 3,000 m². */
const inventory: readonly DemoUnit[] = [
  { town: town('100'), site: 'yaofugou', number: 'yaofugou-1', building: '1 号楼', floor: 1, area: 6_000_00 },
  { town: town('100'), site: 'yaofugou', number: 'yaofugou-2', building: '2 号楼', floor: 1, area: 900_00 },
  { town: town('102'), site: 'jinping', number: 'jinping-1', building: '临街楼', floor: 1, area: 1_800_00 },
  { town: town('106'), site: 'songshan', number: 'songshan-1', building: '厂房', floor: 1, area: 1_500_00 },
  { town: town('106'), site: 'songshan', number: 'songshan-2', building: '厂房', floor: 2, area: 1_500_00 },
  { town: town('108'), site: 'standard', number: 'phase-2', building: '二期', floor: 1, area: 2_000_00 },
  { town: town('108'), site: 'standard', number: 'phase-5', building: '五期', floor: 1, area: 3_000_00 },
].map((unit, index) => ({
  ...unit,
  power: 100 + index * 50,
  readiness: unit.number === 'yaofugou-2' ? 'needs-work' : 'ready',
  offer: unit.number === 'songshan-2' ? 'free' : 'offered',
}));

/** Ids of the units that can be applied for, by town. */
export const demoUnits: readonly { readonly unit: string; readonly town: string }[] = inventory
  .filter(({ offer }) => offer === 'offered')
  .map(({ town: of, number }) => ({ unit: premisesId(of, number), town: of }));

/** Enters the inventory as the officers of the towns would. `deskOf` names one for a division code. */
export async function enterPremises(deskOf: (town: string) => Call): Promise<void> {
  for (const { town: of, number, ...site } of sites) {
    await deskOf(of)('enterSite', {
      body: { commandId: randomUUID(), town: of, number, site: { ...site, buildings: [...site.buildings] } },
    });
  }
  for (const { town: of, number, site, ...facts } of inventory) {
    await deskOf(of)('enterUnit', {
      body: {
        commandId: randomUUID(),
        town: of,
        number,
        unit: {
          ...facts,
          site: premisesId(of, site),
          photos: [],
          referenceRent: 8_00,
          rentSource: '县发改局参考租金（演示）',
        },
      },
    });
  }
}
