/** Where enterprises lie: the streets of each township and its share of the district's enterprises. */
export interface Place {
  readonly unitKey: string;
  readonly share: number;
  readonly streets: readonly string[];
}

export const ERDAO_PLACES: readonly Place[] = [
  { unitKey: 'erdao.dongsheng', share: 62, streets: ['东盛大街', '岭东路', '公平路', '民丰大街'] },
  { unitKey: 'erdao.jilin', share: 54, streets: ['吉林大路', '和顺街', '临河街', '乐群街'] },
  { unitKey: 'erdao.rongguang', share: 48, streets: ['荣光路', '东荣大路', '安乐路', '河东路'] },
  { unitKey: 'erdao.dongzhan', share: 50, streets: ['东站十道街', '光复路', '铁北东街', '货场路'] },
  { unitKey: 'erdao.yuanda', share: 66, streets: ['远达大街', '洋浦大街', '创业街', '惠工路'] },
  { unitKey: 'erdao.balipu', share: 56, streets: ['八里堡街', '东环城路', '开封街', '海口路'] },
  { unitKey: 'erdao.changqing', share: 44, streets: ['长青路', '自由大路东段', '兴业街', '经纬路'] },
  { unitKey: 'erdao.yingjun', share: 74, streets: ['英俊大街', '长吉南线', '工业园一号路', '丙二十街'] },
  { unitKey: 'erdao.quanyan', share: 42, streets: ['泉眼大街', '长吉北线', '雾开河路', '食品园路'] },
];

export const LVYUAN_PLACES: readonly Place[] = [
  { unitKey: 'lvyuan.zhengyang', share: 7, streets: ['正阳街', '皓月大路'] },
  { unitKey: 'lvyuan.puyang', share: 6, streets: ['普阳街', '景阳大路'] },
  { unitKey: 'lvyuan.hexin', share: 7, streets: ['合心大街', '客车厂东路'] },
];
