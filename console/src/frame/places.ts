/** The places of the console, in the order in which people look for them. */
import {
  ApartmentOutlined,
  ApiOutlined,
  BookOutlined,
  ControlOutlined,
  DashboardOutlined,
  ExperimentOutlined,
  ForkOutlined,
  FormOutlined,
  InboxOutlined,
  SafetyCertificateOutlined,
  TableOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Scope } from '../client/session.ts'
import type { Words } from '../words/words.ts'

export interface Place {
  readonly to:
    | '/'
    | '/try'
    | '/customers'
    | '/touchpoints'
    | '/rules'
    | '/wording'
    | '/catalogue'
    | '/channels'
    | '/set-aside'
    | '/operations'
    | '/what-if'
    | '/administration'
  readonly word: keyof Words['places']
  readonly icon: ComponentType
  /** Who sees it: holders of any of these; the server asks again. */
  readonly scopes: readonly Scope[]
  /** Only in a demo. */
  readonly needsStage?: true
}

export const places: readonly Place[] = [
  { to: '/try', word: 'tryIt', icon: ExperimentOutlined, scopes: ['stage'], needsStage: true },
  { to: '/', word: 'overview', icon: DashboardOutlined, scopes: ['read'] },
  { to: '/customers', word: 'customers', icon: TeamOutlined, scopes: ['customers'] },
  { to: '/touchpoints', word: 'touchpoints', icon: ApartmentOutlined, scopes: ['read'] },
  { to: '/rules', word: 'rules', icon: BookOutlined, scopes: ['read'] },
  { to: '/wording', word: 'wording', icon: FormOutlined, scopes: ['read'] },
  { to: '/catalogue', word: 'catalogue', icon: TableOutlined, scopes: ['read'] },
  { to: '/channels', word: 'channels', icon: ApiOutlined, scopes: ['read'] },
  { to: '/set-aside', word: 'setAside', icon: InboxOutlined, scopes: ['read'] },
  { to: '/operations', word: 'operations', icon: ControlOutlined, scopes: ['read'] },
  { to: '/what-if', word: 'whatIf', icon: ForkOutlined, scopes: ['read'] },
  {
    to: '/administration',
    word: 'administration',
    icon: SafetyCertificateOutlined,
    scopes: ['staff', 'admin', 'audit'],
  },
]
