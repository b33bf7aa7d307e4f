/** Categories of problems to start from; a district may add its own. */
export const CATEGORIES = [
  { code: 'financing', label: '融资' },
  { code: 'labour', label: '用工' },
  { code: 'land', label: '用地' },
  { code: 'permits', label: '手续办理' },
  { code: 'utilities', label: '水电气热' },
  { code: 'market', label: '市场订单' },
  { code: 'policy', label: '政策咨询' },
  { code: 'infrastructure', label: '基础设施' },
  { code: 'logistics', label: '物流' },
  { code: 'technology', label: '科技创新' },
  { code: 'other', label: '其他' },
] as const satisfies readonly { readonly code: string; readonly label: string }[];

export type CategoryCode = (typeof CATEGORIES)[number]['code'];
