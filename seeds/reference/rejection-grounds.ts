/** The only grounds on which a ticket may be refused; the ground is told to the enterprise. */
export const REJECTION_GROUNDS = [
  { code: 'out_of_scope', label: '不属于本级受理范围' },
  { code: 'not_enterprise', label: '不属于企业生产经营诉求' },
  { code: 'litigation', label: '已进入诉讼、仲裁、行政复议程序' },
  { code: 'other_channel', label: '依法应通过其他法定途径解决' },
  { code: 'duplicate', label: '同一事项正在办理，属重复提交' },
  { code: 'already_answered', label: '已依法办结且未提出新的事实和理由' },
  { code: 'false_information', label: '反映情况经核实不属实' },
  { code: 'incomplete', label: '诉求内容不明且逾期未补充' },
] as const satisfies readonly { readonly code: string; readonly label: string }[];

export type RejectionGround = (typeof REJECTION_GROUNDS)[number]['code'];
