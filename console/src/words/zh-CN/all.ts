import { admin } from './admin.ts'
import { aside } from './aside.ts'
import { assist } from './assist.ts'
import { catalogue } from './catalogue.ts'
import { customer } from './customer.ts'
import { draft } from './draft.ts'
import { dryRun } from './dry-run.ts'
import { faults } from './faults.ts'
import { frame, live, parts, password, places, roles, signIn } from './frame.ts'
import { held } from './held.ts'
import { monitors } from './monitors.ts'
import { channels, operations, pause } from './operations.ts'
import { overview } from './overview.ts'
import { rules } from './rules.ts'
import { screen } from './screen.ts'
import { touchpoint } from './touchpoint.ts'
import * as trade from './trade.ts'
import { trial } from './trial.ts'
import { whatIf } from './what-if.ts'
import { tryIt } from './try-it.ts'
import { wording } from './wording.ts'

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
  assist,
  channels,
  held,
  monitors,
  operations,
  pause,
  rules,
  screen,
  draft,
  dryRun,
  admin,
  touchpoint,
  trial,
  whatIf,
  tryIt,
  wording,
  catalogue,
  ...trade,
}
