import type { Industry } from '@zhuqi/domain';

export type ReferenceUnitKind = 'city_office' | 'office' | 'department' | 'township';

export interface ReferenceUnit {
  /** Natural key of the seed; the database keeps its own id. */
  readonly key: string;
  readonly name: string;
  readonly kind: ReferenceUnitKind;
  readonly regionCode: string;
  /** Industry groups a department answers for; empty for every other kind. */
  readonly industries: readonly Industry[];
}

const CITY = [
  {
    key: 'city.office',
    name: '长春市领导小组办公室',
    kind: 'city_office',
    regionCode: '220100',
    industries: [],
  },
] as const satisfies readonly ReferenceUnit[];

const townships = (
  regionCode: string,
  prefix: string,
  names: Readonly<Record<string, string>>,
): ReferenceUnit[] =>
  Object.entries(names).map(([key, name]) => ({
    key: `${prefix}.${key}`,
    name,
    kind: 'township',
    regionCode,
    industries: [],
  }));

const department = (
  key: string,
  name: string,
  regionCode: string,
  industries: Industry[],
): ReferenceUnit => ({
  key,
  name,
  kind: 'department',
  regionCode,
  industries,
});

const office = (key: string, name: string, regionCode: string): ReferenceUnit => ({
  key,
  name,
  kind: 'office',
  regionCode,
  industries: [],
});

const ERDAO: readonly ReferenceUnit[] = [
  office('erdao.office', '二道区领导小组办公室', '220105'),
  department('erdao.miit', '二道区工业和信息化局', '220105', ['industry']),
  department('erdao.ndrc', '二道区发展和改革局', '220105', ['services']),
  department('erdao.commerce', '二道区商务局', '220105', ['trade']),
  department('erdao.housing', '二道区住房和城乡建设局', '220105', ['construction', 'realEstate']),
  ...townships('220105', 'erdao', {
    dongsheng: '东盛街道',
    jilin: '吉林街道',
    rongguang: '荣光街道',
    dongzhan: '东站街道',
    yuanda: '远达街道',
    balipu: '八里堡街道',
    changqing: '长青街道',
    yingjun: '英俊镇',
    quanyan: '泉眼镇',
  }),
];

const LVYUAN: readonly ReferenceUnit[] = [
  office('lvyuan.office', '绿园区领导小组办公室', '220106'),
  department('lvyuan.ndrc', '绿园区发展和改革局', '220106', ['industry', 'services', 'trade']),
  department('lvyuan.housing', '绿园区住房和城乡建设局', '220106', ['construction', 'realEstate']),
  ...townships('220106', 'lvyuan', { zhengyang: '正阳街道', puyang: '普阳街道', hexin: '合心镇' }),
];

/**
 * The "1+4+9+N" units of 二道区, the smaller set of 绿园区 and the city's office.
 * The nine townships are the programme's number out of the twelve the district has; the list is editable data.
 */
export const UNITS: readonly ReferenceUnit[] = [...CITY, ...ERDAO, ...LVYUAN];
