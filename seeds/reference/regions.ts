export type RegionKind = 'city' | 'district' | 'zone';

export interface ReferenceRegion {
  readonly code: string;
  readonly name: string;
  readonly kind: RegionKind;
  readonly parentCode: string | null;
}

/** 长春市 with the districts and development zones the programme names. */
export const REGIONS = [
  { code: '220100', name: '长春市', kind: 'city', parentCode: null },
  { code: '220102', name: '南关区', kind: 'district', parentCode: '220100' },
  { code: '220103', name: '宽城区', kind: 'district', parentCode: '220100' },
  { code: '220104', name: '朝阳区', kind: 'district', parentCode: '220100' },
  { code: '220105', name: '二道区', kind: 'district', parentCode: '220100' },
  { code: '220106', name: '绿园区', kind: 'district', parentCode: '220100' },
  { code: '220112', name: '双阳区', kind: 'district', parentCode: '220100' },
  { code: '220113', name: '九台区', kind: 'district', parentCode: '220100' },
  { code: '220171', name: '长春经济技术开发区', kind: 'zone', parentCode: '220100' },
  { code: '220172', name: '长春净月高新技术产业开发区', kind: 'zone', parentCode: '220100' },
  { code: '220173', name: '长春高新技术产业开发区', kind: 'zone', parentCode: '220100' },
  { code: '220174', name: '长春汽车经济技术开发区', kind: 'zone', parentCode: '220100' },
] as const satisfies readonly ReferenceRegion[];
