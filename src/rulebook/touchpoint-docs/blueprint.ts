/** What the service blueprint of a touchpoint says of failing: where, how, and who answers for it first (BP-03, BP-05). */
import { failurePoints, type Blueprint, type Department, type Lane, type Names } from '../blueprint.ts'

const laneNames: Readonly<Record<Lane, string>> = {
  customer: 'customer 客户',
  frontstage: 'frontstage 前台',
  backstage: 'backstage 后台',
  support: 'support 支持系统',
  evidence: 'evidence 有形展示',
}

const departmentNames: Readonly<Record<Department, string>> = {
  marketing: 'Marketing 市场部',
  'business-support': 'Business Support 业务支撑部',
  network: 'Network 网络部',
}

/** In the order of the drawing, from left to right. */
export function blueprintSection(blueprint: Blueprint): string {
  const points = failurePoints(blueprint).toSorted((a, b) => a.order - b.order)
  const rows = points.map(({ title, lane, failure, department, indicator }, at) => {
    const felt = blueprint.indicators.find(({ id }) => id === indicator)
    const cells = [
      `F${at + 1}`,
      `${both(title)} (${laneNames[lane]})`,
      failure === null ? '' : both(failure),
      department === null ? '' : departmentNames[department],
      felt === undefined ? '' : both(felt.title),
    ]
    return `| ${cells.join(' | ')} |`
  })
  const { scenario } = blueprint
  return [
    '## Service blueprint 服务蓝图',
    `${scenario.en} ${scenario['zh-CN']}`,
    'Where it can fail, and who answers for that first:',
    [
      '| | step | what can go wrong | first responsible | what the customer feels |',
      '|---|---|---|---|---|',
      ...rows,
    ].join('\n'),
  ].join('\n\n')
}

const both = (names: Names): string => `${names.en} ${names['zh-CN']}`
