import type { StoryText } from './story-text';

export const OTHER: readonly StoryText[] = [
  {
    key: 'school-place',
    severity: 'simple',
    solvedAt: 'township',
    industries: ['industry', 'services', 'construction'],
    title: '{0}随迁子女入学手续办理困难',
    description:
      '公司{0}从外地来长工作，共有{1}名适龄子女需要在本区就读。居住证办理时间未满，个别员工住在单位宿舍没有租房合同，学校要求的材料凑不齐，职工情绪不稳，希望街道与教育部门沟通安排。',
    progress: '教育局已收到名单，同意以企业集体宿舍证明代替租房合同。',
    route: '街道出具居住情况证明，教育局按重点企业员工子女统筹安排学位',
    result: '{1}名子女全部落实学位，其中两人安排在企业最近的小学，家长已办理报到。',
    fills: [
      ['核心技术人员', '5'],
      ['项目管理团队', '4'],
    ],
  },
  {
    key: 'stray-dogs',
    severity: 'simple',
    solvedAt: 'officer',
    industries: ['industry', 'trade'],
    title: '{0}流浪犬聚集，员工被追咬',
    description:
      '{0}近期聚集了{1}只流浪犬，早晚追人，{2}在上班路上被咬伤。保安驱赶过几次，没过两天又回来。给110打电话只能临时处置，希望安排专业人员集中捕捉，同时提醒附近废品站不要散养。',
    progress: '已联系犬类留检所，约定清晨时段进行捕捉。',
    route: '专员协调公安派出所与犬类留检所联合处置，社区对废品站下达整改通知',
    result: '流浪犬全部捕捉送检，废品站犬只已拴养办证，两周回访没有再出现。',
    fills: [
      ['厂区后墙外荒地', '十几', '一名女工'],
      ['物流停车场', '二十来', '两名装卸工'],
    ],
  },
  {
    key: 'dust-neighbour',
    severity: 'simple',
    solvedAt: 'township',
    industries: ['industry', 'services'],
    title: '相邻{0}扬尘，影响{1}生产环境',
    description:
      '我公司生产{1}，对空气洁净度要求高。隔壁{0}露天堆放没有苫盖，刮西风时粉尘直接进入新风口，过滤网由三个月一换变为{2}一换。与对方交涉过，答应得很好就是不落实，请街镇督促整改。',
    progress: '街镇执法队已下达整改通知，对方承诺一周内完成苫盖并加装喷淋。',
    route: '街镇综合执法队会同生态环境分局现场检查，责令苫盖、硬化、喷淋',
    result: '对方完成苫盖和围挡喷淋，颗粒物实测下降七成，过滤网更换周期恢复正常。',
    fills: [
      ['砂石料场', '医用耗材', '两周'],
      ['渣土中转场', '光学镜片', '十天'],
    ],
  },
  {
    key: 'duplicate-inspection',
    severity: 'simple',
    solvedAt: 'officer',
    industries: ['industry', 'trade', 'services'],
    title: '{0}内多部门重复检查，影响生产秩序',
    description:
      '{0}内先后有{1}到企业检查安全，内容大同小异，每次都要厂长陪同半天，还要重复提供同一套台账。我们支持检查，但希望能够合并进行、结果互认，把检查计划提前告诉企业，便于安排生产。',
    progress: '已把检查记录报司法局，正在与各部门核对年度计划。',
    route: '专员上报涉企检查统筹机制，改为“综合查一次”，结果共享',
    result: '本季度剩余检查合并为一次联合检查，检查结果在平台共享，企业收到提前告知单。',
    fills: [
      ['一个月', '应急、消防、街道、行业部门五批人员'],
      ['二十天', '消防、市场监管、生态环境四批人员'],
    ],
  },
  {
    key: 'fire-inspection-advice',
    severity: 'consult',
    solvedAt: 'spot',
    industries: ['trade', 'services', 'industry'],
    title: '{0}消防自查应达到什么标准',
    description:
      '年初消防检查时提出{0}整改意见，我们对“{1}”一项不太理解，维保公司给的方案要花{2}，不知道是否必要。想请懂行的人到现场看一看，给出最低限度的整改办法，避免过度花钱又不合格。',
    progress: '已请消防中队参谋到场。',
    route: '专员邀请属地消防中队人员随访，现场逐点核对',
    result: '现场确认只需调整两处疏散指示标志和一扇防火门闭门器，费用不足千元，企业当天整改完毕。',
    fills: [
      ['仓库', '安全出口净宽', '3.6万元'],
      ['KTV', '应急照明照度', '2.4万元'],
    ],
  },
  {
    key: 'litigation-freeze',
    severity: 'complex',
    solvedAt: 'department',
    industries: ['industry', 'construction', 'realEstate'],
    title: '基本账户因{0}被超额冻结，{1}无法发放',
    description:
      '因{0}，外地法院冻结了我公司基本账户，标的只有{2}，账户内全部资金却都被冻住，{1}发不出去。企业不是不履行，只是请求解除超出标的部分的冻结，或者置换成保函，请行业部门帮助沟通。',
    progress: '司法局公益律师已介入，解除超标的冻结的申请书已寄出并与执行法官取得联系。',
    route: '行业部门会同司法局公益律师，协助提出执行异议并以银行保函置换',
    result: '法院裁定解除超标的部分冻结，{1}已经全部发放，企业正常经营未受影响。',
    fills: [
      ['与供应商的合同纠纷', '当月工资', '76万元'],
      ['为关联企业担保', '农民工工资', '130万元'],
    ],
  },
  {
    key: 'medical-green',
    severity: 'simple',
    solvedAt: 'officer',
    industries: ['industry', 'construction'],
    title: '申请{0}职业健康体检上门服务',
    description:
      '公司有{1}名接触{0}岗位的员工，按规定每年要做职业健康体检。医院要求分批到院，一次来回半天，生产安排不开。听说可以申请体检车上门，想请帮助联系，最好安排在{2}停产检修那一天。',
    progress: '疾控中心推荐的体检机构有体检车，日期基本可以满足。',
    route: '专员联系职业健康体检机构安排体检车入厂，卫健部门提供项目指导',
    result: '体检车入厂一天完成{1}人体检，报告电子版直接上传监管平台，未影响生产。',
    fills: [
      ['粉尘', '72', '月末'],
      ['噪声', '55', '下周日'],
    ],
  },
  {
    key: 'old-vehicle-scrap',
    severity: 'consult',
    solvedAt: 'officer',
    industries: ['trade', 'services', 'construction'],
    title: '{0}报废更新补贴与注销流程咨询',
    description:
      '公司有{1}台{0}准备淘汰，其中两台行驶证遗失，一台还有抵押没有解除。想知道能不能申请报废更新补贴，要先注销还是先交车，拆解企业有没有指定名单，新车必须在多长时间以内购置。',
    progress: '商务局已提供补贴细则和三家拆解企业名单。',
    route: '专员对接商务局和车管所，把三类车辆分别列出办理步骤',
    result: '补登记、解押、交车、注销的先后步骤已书面告知，首批车辆已完成拆解并提交补贴申请。',
    fills: [
      ['国三柴油货车', '6'],
      ['老旧工程机械', '4'],
    ],
  },
  {
    key: 'legal-checkup',
    severity: 'consult',
    solvedAt: 'spot',
    industries: ['services', 'trade', 'industry', 'construction'],
    title: '{0}合同范本审查咨询',
    description:
      '公司准备与{1}签订{0}合同，对方提供的格式文本有十几页，其中违约责任和管辖条款看起来对我们不利。企业没有法务，请律师看一次要几千元，想请助企专员帮忙找公益律师，先提示一下主要风险。',
    progress: '已联系公益律师在线等候。',
    route: '专员现场连线法律服务团公益律师，逐条审阅格式条款',
    result: '律师指出四处风险并给出修改文字，企业采纳后与对方重新协商，审查意见书已发送。',
    fills: [
      ['仓储委托', '一家全国性快递公司'],
      ['设备融资租赁', '外地租赁公司'],
    ],
  },
];
