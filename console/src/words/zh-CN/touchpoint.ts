export const touchpoint = {
  title: '触点',
  hint: '每个触点的服务蓝图：谁做什么、哪里容易失误、由谁负责。',
  back: '← 全部触点',
  failurePoints: '{{count}} 个失误点',
  triggered: '触发 {{n}} 条',
  quiet: '还没有触发过提醒。',
  choose: '点选一个步骤，看它的失误点、责任部门和规则。',
  department: '首要责任部门',
  measures: '系统环节',
  rules: '相关规则',
} as const
