/** Words of the trade, as GLOSSARY.md has them: one word, one meaning, one label. */

export * from './book.ts'

export const touchpoints = {
  opening: '开户',
  'business-change': '业务变更',
  vas: '增值业务',
  expiry: '优惠到期',
  rebate: '话费返还',
  roaming: '漫游',
  'sensitive-query': '敏感查询',
  'low-balance': '余额不足',
  arrears: '欠费停机',
  'data-usage': '流量使用',
  bill: '账单',
  points: '积分',
  promotion: '营销活动',
  care: '客户关怀',
} as const

export const states = {
  planned: '待发',
  attempted: '已发出',
  delivered: '已送达',
  failed: '失败',
  expired: '过期',
  unconfirmed: '未确认',
  withheld: '不发',
} as const

export const reasons = {
  'not-allowed': '不在白名单',
  'no-consent': '未同意营销',
  unsubscribed: '客户已关闭',
  blocked: '人工屏蔽',
  'once-per': '本期已说过',
  superseded: '被更新的代替',
  merged: '已合并',
  'told-recently': '近日刚说过',
  'frequency-cap': '当日已够多',
  moot: '已不成立',
  'too-late': '已过时',
  'published-late': '发布时已过期',
  'stale-facts': '数据太旧',
  recalled: '规则已撤回',
  paused: '已暂停',
  'no-channel': '无可用渠道',
  incomplete: '内容缺项',
  'too-long': '太长',
  'line-closed': '已销户',
  erased: '客户资料已删除',
  'maybe-sent': '可能已发过',
  'held-back': '恢复后人工不发',
} as const

export const classes = {
  code: '验证码',
  'real-time': '实时',
  notice: '通知',
  courtesy: '关怀',
  marketing: '营销',
} as const

export const channelNames = {
  sms: '短信',
  voice: '语音',
  email: '邮件',
  push: '推送',
  'staff-call': '人工外呼',
  webhook: '接口',
} as const

/** What a rule said when it was asked, beside the reasons. */
export const answers = {
  ...reasons,
  planned: '要发',
  condition: '条件不成立',
  audience: '不是它的受众',
  'not-ordered': '客户未订阅',
  'not-in-force': '规则当日不生效',
  'not-a-moment': '发布不补发已过去的',
  'no-date': '缺少起算日期',
  'no-contact': '没有登记的联系人',
  'no-line': '没有号码可告知',
  'rule-gone': '规则已不存在',
  secret: '验证码和密码不重发',
} as const

/** What staff do about one account. */
export const deeds = {
  'reminder.asked-again': '应客户要求再发',
  'reminders.blocked': '屏蔽提醒',
  'reminders.unblocked': '取消屏蔽',
} as const

export const blockStates = {
  asked: '待批准',
  approved: '生效中',
  refused: '已驳回',
  lifted: '已取消',
  ended: '已到期',
} as const

export const asideStates = {
  'set-aside': '搁置',
  waiting: '等待号码',
  replayed: '已重做',
  discarded: '已放弃',
} as const

export const asideReasons = {
  'from-the-future': '时间在未来',
  'too-late-to-check': '太旧，无法查重',
  conflict: '同一编号内容不同',
  'unknown-line': '24 小时内无此号码',
  'too-many-lines': '账户号码已满',
  'number-in-use': '号码已属他人',
  'decision-failed': '决定时出错',
  'commit-refused': '数据库拒收',
} as const

export const versionStates = {
  draft: '草稿',
  reviewed: '已审核',
  published: '已发布',
  recalled: '已撤回',
} as const

export const confirms = {
  handset: '手机',
  gateway: '网关',
  nothing: '无回执',
} as const

export const pauseKinds = {
  all: '全部',
  rule: '规则',
  channel: '渠道',
  scope: '地区',
  version: '规则库版本',
} as const

export const changeKinds = {
  added: '新增',
  removed: '删除',
  changed: '修改',
} as const

export const bookParts = {
  rule: '规则',
  wording: '用语',
  code: '业务代码',
  catalogue: '目录',
  policy: '策略',
} as const

export const keyScopes = {
  'events:write': '送入事件',
  read: '看统计与规则',
  customers: '查客户',
  operate: '暂停、重做',
  'rulebook:write': '写规则',
  'rulebook:review': '审核规则',
  'rulebook:try': '试算规则',
  erase: '删除客户资料',
  export: '导出',
  audit: '看审计',
  staff: '管人员',
  admin: '管密钥、看原文',
  unmask: '看完整号码',
  assist: '替客户办理：再发提醒',
  'blocks:approve': '批准屏蔽',
  stage: '玩演示里的模拟客户',
} as const

export const standings = {
  normal: '正常',
  restricted: '呼限',
  suspended: '停机',
} as const

export const buckets = {
  data: '流量',
  'roaming-data': '境外流量',
} as const

export const offerKinds = {
  plan: '套餐',
  pack: '加油包',
  service: '业务',
  promotion: '优惠',
} as const

/** The sixteen factors (GM-02). */
export const factors = {
  1: '内容不全面',
  2: '用语太专业',
  3: '没有用处',
  4: '时机不当',
  5: '过于频繁',
  6: '异常消费提醒范围太小',
  7: '功能操作没讲到',
  8: '业务规则没告知',
  9: '优惠没及时告知',
  10: '不及时',
  11: '内容有误',
  12: '不完整',
  13: '没有成功',
  14: '与实际不符',
  15: '漏发',
  16: '被人为屏蔽',
} as const

/** What an agenda holds. */
export const timers = {
  'moment.due': '规则定下的时刻',
  'schedule.due': '定期提醒',
  'rulebook.published': '新规则库生效',
  'payment-group.member-joined': '统付成员加入',
  'payment-group.member-left': '统付成员退出',
  'family-net.member-joined': '家庭网成员加入',
  'family-net.member-left': '家庭网成员退出',
  'family-net.other-left': '家庭网他人退出',
  'broadband.depends': '宽带依附号码',
  'broadband.stop-ahead': '宽带将停',
  'anniversary.due': '入网周年',
  'reminder.due': '提醒待发',
  'attempt.silent': '回执逾期未到',
} as const
