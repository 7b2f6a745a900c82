export const frame = {
  skip: '跳到正文',
  places: '导航',
  lost: '没有这个页面',
  lostHint: '地址可能抄错了，或者页面已改名。',
  toOverview: '回到总览',
  findCustomer: '输入手机号码查找客户',
  ownMatters: '我的账号',
  changePassword: '修改密码',
  apiPage: '接口文档',
  signOut: '退出登录',
  lookLight: '换成浅色',
  lookDark: '换成深色',
} as const

export const places = {
  tryIt: '试一试',
  overview: '总览',
  customers: '客户',
  touchpoints: '触点',
  rules: '规则',
  wording: '用语',
  catalogue: '目录与策略',
  channels: '通道',
  setAside: '搁置',
  operations: '运行',
  whatIf: '假设模拟',
  administration: '管理',
} as const

export const roles = {
  viewer: '查看',
  agent: '坐席',
  editor: '编辑',
  reviewer: '审核',
  operator: '运维',
  auditor: '审计',
  administrator: '管理员',
} as const

export const signIn = {
  saying: '在恰当的时候，把该说的话说到。',
  name: '账号',
  password: '密码',
  code: '动态验证码',
  codeHint: '打开身份验证器，输入六位数字。',
  enter: '登录',
  needName: '请输入账号',
  needPassword: '请输入密码',
  byProvider: '使用公司账号登录',
  by: '使用{{label}}登录',
  or: '或',
  failures: {
    expired: '登录超时，或是在另一个窗口开始的，请重新登录。',
    denied: '您没有完成登录。请重试，或使用账号密码登录。',
    'provider-down': '公司登录系统暂时没有应答。请使用账号密码登录，或过几分钟再试。',
    refused: '公司登录系统的应答没有通过验证。请重试；若仍不行，请联系管理员。',
    'unknown-account': '这里还没有您的账号，请联系管理员开通。',
    disabled: '您的账号已停用，请联系管理员。',
    'no-role': '您的公司账号在这里没有任何角色，请联系管理员。',
    'too-many-attempts': '尝试次数过多，请稍后再试。',
  },
} as const

export const password = {
  first: '请先设置新密码',
  firstHint: '首次登录用的是一次性密码，设置新密码后即可使用。',
  current: '当前密码',
  next: '新密码',
  again: '再输一遍新密码',
  hint: '至少 {{count}} 个字符；一句自己记得住的话最好。',
  tooShort: '至少 {{count}} 个字符',
  differs: '两次输入不一致',
  needed: '请填写',
  save: '保存',
  done: '密码已更新，其他设备上的登录已退出',
} as const

export const parts = {
  again: '重试',
  more: '更早的',
  close: '关闭',
  cancel: '取消',
  confirm: '确定',
  copy: '复制',
  none: '无',
  needReason: '请写明原因',
  live: '实时',
  asOf: '{{time}} 的数据',
  noOutcome: '尚无结果',
  asTable: '看表格',
  loading: '正在读取…',
} as const

export const live = {
  live: '实时',
  waiting: '连接中',
  paused: '已定格',
  liveHint: '数字随时更新；点一下定格。',
  waitingHint: '实时连接断开，每十几秒读一次，并在重连。',
  pausedHint: '数字停在这一刻；点一下继续。',
} as const
