/** Every view and its address. The address holds the state of a view, so that it can be sent to a colleague. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { Frame } from './frame.tsx'
import { Lost } from './lost.tsx'
import { PageFault } from '../parts/page-fault.tsx'
import { texts } from './search.ts'

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({ component: Frame })

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: texts('span', 'day'),
  component: lazyRouteComponent(() => import('../pages/overview/overview.tsx'), 'Overview'),
})

const tryIt = createRoute({
  getParentRoute: () => root,
  path: '/try',
  validateSearch: texts('who'),
  component: lazyRouteComponent(() => import('../pages/try-it/try-it.tsx'), 'TryIt'),
})

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  component: lazyRouteComponent(() => import('../pages/customer/find.tsx'), 'FindCustomer'),
})

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$account',
  validateSearch: texts('line', 'tab', 'reminder', 'change', 'shows', 'said', 'touchpoint', 'channel'),
  component: lazyRouteComponent(() => import('../pages/customer/customer.tsx'), 'Customer'),
})

/** A window of its own that the customer looks at: nothing of the frame stands around it. */
const secondScreen = createRoute({
  getParentRoute: () => root,
  path: '/second-screen/$account/$event',
  component: lazyRouteComponent(() => import('../pages/second-screen/screen.tsx'), 'SecondScreen'),
})

const touchpoints = createRoute({
  getParentRoute: () => root,
  path: '/touchpoints',
  component: lazyRouteComponent(() => import('../pages/touchpoints/touchpoints.tsx'), 'Touchpoints'),
})

const touchpoint = createRoute({
  getParentRoute: () => root,
  path: '/touchpoints/$touchpoint',
  validateSearch: texts('step', 'days'),
  component: lazyRouteComponent(() => import('../pages/touchpoints/touchpoint.tsx'), 'Touchpoint'),
})

const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  validateSearch: texts('tab', 'q'),
  component: lazyRouteComponent(() => import('../pages/rules/rules.tsx'), 'Rules'),
})

const rule = createRoute({
  getParentRoute: () => root,
  path: '/rules/rule/$rule',
  component: lazyRouteComponent(() => import('../pages/rules/rule.tsx'), 'OneRule'),
})

const wording = createRoute({
  getParentRoute: () => root,
  path: '/wording',
  validateSearch: texts('q'),
  component: lazyRouteComponent(() => import('../pages/wording/wording.tsx'), 'Wording'),
})

const template = createRoute({
  getParentRoute: () => root,
  path: '/wording/$template',
  validateSearch: texts('channel'),
  component: lazyRouteComponent(() => import('../pages/wording/template.tsx'), 'OneTemplate'),
})

const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/catalogue',
  validateSearch: texts('file', 'entry', 'line', 'q'),
  component: lazyRouteComponent(() => import('../pages/catalogue/catalogue.tsx'), 'Catalogue'),
})

const version = createRoute({
  getParentRoute: () => root,
  path: '/rules/$version',
  validateSearch: texts('tab', 'run'),
  component: lazyRouteComponent(() => import('../pages/rules/version.tsx'), 'OneVersion'),
})

const channels = createRoute({
  getParentRoute: () => root,
  path: '/channels',
  validateSearch: texts('trace'),
  component: lazyRouteComponent(() => import('../pages/channels/channels.tsx'), 'Channels'),
})

const setAside = createRoute({
  getParentRoute: () => root,
  path: '/set-aside',
  validateSearch: texts('state', 'reason', 'item'),
  component: lazyRouteComponent(() => import('../pages/set-aside/set-aside.tsx'), 'SetAside'),
})

const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  validateSearch: texts('alarms'),
  component: lazyRouteComponent(() => import('../pages/operations/operations.tsx'), 'Operations'),
})

const whatIf = createRoute({
  getParentRoute: () => root,
  path: '/what-if',
  component: lazyRouteComponent(() => import('../pages/what-if/what-if.tsx'), 'WhatIf'),
})

const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  validateSearch: texts('tab', 'actor', 'action'),
  component: lazyRouteComponent(() => import('../pages/administration/administration.tsx'), 'Administration'),
})

const pages = [
  overview,
  tryIt,
  customers,
  customer,
  secondScreen,
  touchpoints,
  touchpoint,
  rules,
  rule,
  wording,
  template,
  catalogue,
  version,
  channels,
  setAside,
  operations,
  whatIf,
  administration,
] as const

export const router = createRouter({
  routeTree: root.addChildren(pages),
  basepath: '/console',
  context: { queries: undefined as unknown as QueryClient },
  defaultPreload: 'intent',
  defaultNotFoundComponent: Lost,
  defaultErrorComponent: ({ error }: { readonly error: unknown }) => <PageFault error={error as Error} />,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
