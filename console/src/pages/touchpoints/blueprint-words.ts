/** What the drawing of a blueprint says beside the blueprint's own texts. */
import type { Department, Lane, Language, LineName, Stage } from './blueprint-shape.ts'

export interface BlueprintWords {
  readonly drawing: string
  readonly lanes: Readonly<Record<Lane, string>>
  readonly lines: Readonly<Record<LineName, string>>
  readonly departments: Readonly<Record<Department, string>>
  readonly stages: Readonly<Record<Stage, string>>
  readonly failure: string
  readonly indicator: string
  readonly toBeAdded: string
  /** Between the parts of what a screen reader says of a step. */
  readonly pause: string
}

export const blueprintWords: Readonly<Record<Language, BlueprintWords>> = {
  'zh-CN': {
    drawing: '服务蓝图',
    lanes: {
      customer: '客户',
      frontstage: '前台',
      backstage: '后台',
      support: '支持系统',
      evidence: '有形展示',
    },
    lines: {
      'outer-interaction': '外部互动线',
      visibility: '可视分界线',
      'inner-interaction': '内部互动线',
      'information-technology': '内部信息技术线',
    },
    departments: { marketing: '市场部', 'business-support': '业务支撑部', network: '网络部' },
    stages: { triggered: '触发', generated: '生成', submitted: '提交', delivered: '送达', known: '知晓' },
    failure: '失误点',
    indicator: '感知指标',
    toBeAdded: '待补充工作项',
    pause: '；',
  },
  en: {
    drawing: 'Service blueprint',
    lanes: {
      customer: 'Customer',
      frontstage: 'Frontstage',
      backstage: 'Backstage',
      support: 'Support',
      evidence: 'Evidence',
    },
    lines: {
      'outer-interaction': 'Outer interaction',
      visibility: 'Visibility',
      'inner-interaction': 'Inner interaction',
      'information-technology': 'Internal IT',
    },
    departments: { marketing: 'Marketing', 'business-support': 'Business Support', network: 'Network' },
    stages: {
      triggered: 'triggered',
      generated: 'generated',
      submitted: 'submitted',
      delivered: 'delivered',
      known: 'known',
    },
    failure: 'Failure point',
    indicator: 'Perception indicator',
    toBeAdded: 'to be added',
    pause: '; ',
  },
}
