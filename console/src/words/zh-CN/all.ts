import { admin } from './admin.ts'
import { aside } from './aside.ts'
import { customer } from './customer.ts'
import { faults } from './faults.ts'
import { frame, live, parts, password, places, roles, signIn } from './frame.ts'
import { channels, operations, pause } from './operations.ts'
import { overview } from './overview.ts'
import { rules } from './rules.ts'
import { touchpoint } from './touchpoint.ts'
import * as trade from './trade.ts'

export const words = {
  frame,
  live,
  parts,
  password,
  places,
  roles,
  signIn,
  faults,
  overview,
  customer,
  aside,
  channels,
  operations,
  pause,
  rules,
  admin,
  touchpoint,
  ...trade,
}
